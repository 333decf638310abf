import type { ShownSender, ShownSenderQuery, ShownSenderView } from '@signalbox/contracts';
import { bareHeader, isCountry, parseSender, shownHeader, shownSender } from '@signalbox/core';
import { dayOf, type FiledEntry, standingAt } from '../config/senders.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';

/** How a phone in a country will show the sender of a text, and what operators add to the text. Throws `request_invalid` for what is no sender or country. */
export async function readShownSender({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ShownSenderQuery;
}): Promise<ShownSenderView> {
  const { country, class: trafficClass, from } = input;
  if (!isCountry(country))
    throw refuseField('country', 'invalid_value', 'Must be an ISO 3166-1 alpha-2 code such as MX.');
  const config = ctx.services.config.current();
  const workspace = ctx.workspace.number;
  const nowMs = ctx.services.world.nowMs();
  const sender =
    from === undefined ? (config.regionsOf(workspace)?.(country)?.senders.sms?.default ?? null) : read(from);
  const book = config.sendersOf(workspace);
  const place = { channel: 'sms', country, class: trafficClass } as const;
  const filed = sender === null ? undefined : book?.of(place, sender)[0];
  const standing = sender === null || book?.keeps(place) !== true ? null : standingAt(book, place, sender, nowMs);
  const law = config.lawsOf(workspace)(country);
  const subject = { class: trafficClass, channel: 'sms' as const, nowMs };
  const shown = shownSender(law, sender, subject, { standing, affix: affixOf(filed, sender, dayOf(nowMs)) });
  return { sender, standing, shown: country === 'IN' ? asHeader(shown, trafficClass) : shown };
}

function read(from: string): string {
  const parsed = parseSender('sms', from);
  if (parsed.ok) return parsed.sender;
  throw refuseField('from', parsed.code, parsed.message);
}

/** What operators still add; nothing where the sender is spelled with it. */
const affixOf = (filed: FiledEntry | undefined, sender: string | null, day: string): FiledEntry['affix'] =>
  filed === undefined || filed.key !== sender || (filed.expiresOn !== null && filed.expiresOn < day)
    ? null
    : filed.affix;

/** In India operators put their letters before a header and the kind of the template behind it. */
function asHeader(shown: ShownSender, trafficClass: ShownSenderQuery['class']): ShownSender {
  if (shown.text === null || !/[A-Za-z]/.test(shown.text)) return shown;
  const kind = trafficClass === 'marketing' ? 'promotional' : 'service_implicit';
  const text = shownHeader(bareHeader(shown.text), kind);
  return { ...shown, look: 'affixed', text, rules: [...shown.rules, 'IN.suffix'] };
}
