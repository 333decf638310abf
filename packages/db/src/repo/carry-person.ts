import type { Channel, Environment } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

interface Place {
  workspace: number;
  environment: Environment;
  channels: readonly Channel[];
}

/** How an address stands to a list, by the clock. */
export interface PlaceOnList {
  address: string;
  channel: Channel;
  list: string;
  purpose: string;
  topic: string | null;
  locale: string;
  isConfirmed: boolean;
}

/** The places of these addresses on the lists of these channels. */
export async function readPlacesOnLists(
  sql: SqlRunner,
  { workspace, environment, channels }: Place,
  addresses: readonly string[],
): Promise<PlaceOnList[]> {
  return sql<PlaceOnList[]>`
    select m.address, l.channel, m.list, l.purpose, l.topic, m.locale, m.state = 'confirmed' as "isConfirmed"
    from list_member m join opt_in_list l on l.id = m.list
    where m.workspace = ${workspace} and m.address = any(${textArray(addresses)}::text[])
      and l.environment = ${environment} and l.channel = any(${plainArray(channels)}::channel[])
    order by m.list`;
}

/** Puts an address on lists that another is confirmed on, each by a consent of its own; where it has a place already it keeps that. How many lists. */
export async function joinListsOf(
  sql: SqlRunner,
  workspace: number,
  { from, to, source, atMs }: { from: string; to: string; source: string; atMs: number },
  places: readonly { list: string; consent: string }[],
): Promise<number> {
  if (places.length === 0) return 0;
  const result = await sql`
    insert into list_member (list, workspace, address, state, locale, source, since, consent)
    select m.list, m.workspace, ${to}, 'confirmed', m.locale, ${source}, ${new Date(atMs)}, given.consent
    from unnest(${plainArray(places.map((one) => one.list))}::uuid[], ${plainArray(places.map((one) => one.consent))}::uuid[]) as given(list, consent)
    join list_member m on m.list = given.list
    where m.workspace = ${workspace} and m.address = ${from} and m.state = 'confirmed'
    on conflict (list, address) do nothing`;
  return result.count;
}

/** Gives an address another language on all lists of these channels. */
export async function setListLanguage(
  sql: SqlRunner,
  { workspace, environment, channels }: Place,
  address: string,
  locale: string,
): Promise<void> {
  await sql`
    update list_member m set locale = ${locale} from opt_in_list l
    where l.id = m.list and l.environment = ${environment} and l.channel = any(${plainArray(channels)}::channel[])
      and m.workspace = ${workspace} and m.address = ${address}`;
}
