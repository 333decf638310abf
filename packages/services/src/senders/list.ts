import type { ListSendersQuery, SenderDuty, SenderList, SenderView } from '@signalbox/contracts';
import { type DltRow, readDltEntries, readSenders } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { headerView, registeringCountries, registrationRules, type SenderRules, senderView } from './view.ts';

const HEADERS_MAX = 1000;
const LAW_PREFIX = 'law/';

/** The senders of the workspace with what is to be done about them, the headers of India among them, and the countries whose law asks for registration. */
export async function listSenders({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ListSendersQuery;
}): Promise<SenderList> {
  const workspace = ctx.workspace.number;
  const nowMs = ctx.services.world.nowMs();
  const rules: SenderRules = { laws: ctx.services.config.current().lawsOf(workspace), nowMs };
  const [rows, headers] = await inWorkspace(ctx, (tx) =>
    Promise.all([
      readSenders(tx, workspace),
      readDltEntries(tx, { workspace, kind: 'headers', search: '', aboveId: null }, HEADERS_MAX),
    ]),
  );
  const all = [
    ...rows.map((row) => senderView(row, rules)),
    ...headers.filter(hasHeader).map((row) => headerView(row, nowMs)),
  ];
  const { country, status } = input;
  return {
    data: all
      .filter((view) => country === undefined || view.country === country)
      .filter((view) => status === undefined || view.status === status),
    duties: registeringCountries().flatMap((code) => dutyOf(code, all, rules)),
  };
}

const hasHeader = (row: DltRow): row is DltRow & { header: string } => row.header !== null;

/** What the law of a country asks for today, the rule that stops before those that only show; none when none is in force or the workspace reads it otherwise. */
function dutyOf(country: string, all: readonly SenderView[], rules: SenderRules): SenderDuty[] {
  const inForce = registrationRules(rules, country, null);
  const duty = inForce.find(({ effect }) => effect.unregistered === 'blocked') ?? inForce[0];
  if (duty === undefined) return [];
  const { unregistered, perNetwork, idleDays } = duty.effect;
  const onFile = all.filter((view) => view.country === country && view.channel === 'sms');
  return [
    {
      ...{ country, rule: duty.rule.replace(LAW_PREFIX, ''), unregistered },
      per_network: perNetwork,
      idle_days: idleDays ?? null,
      on_file: onFile.length,
      usable: onFile.filter(({ usable }) => usable).length,
    },
  ];
}
