import { ALERT_MAIL_QUEUE, type AlertMailJob, rolesThatMay } from '@signalbox/contracts';
import {
  type AlertReader,
  type AlertRow,
  endAlertLetter,
  lockAlertLetter,
  noteAlertMails,
  readAlertReaders,
  type SqlRunner,
} from '@signalbox/db';
import type { SendSystemMail } from '../access/system-mail.ts';
import type { Services } from '../context.ts';
import { type ToldAlert, writeAlertLetter } from './alert-letter.ts';
import { WHOLE_ROUTE } from './breaker-book.ts';

/** Roles that see how routes are. */
const SEEING = rolesThatMay('routing:read');

// What begins together is one mail.
const GATHER_SECONDS = 15;
// After a mail a person is left alone for this long: what comes meanwhile is told in one.
const QUIET_MS = 600_000;

/** Notes who is to be told of alerts by mail, with the job that mails them, in the transaction that notes the alerts. */
export async function noteMails(tx: SqlRunner, { queue }: Services, alerts: readonly AlertRow[]): Promise<void> {
  const workspaces = await noteAlertMails(tx, alerts, SEEING);
  if (workspaces.size === 0) return;
  const jobs = [...workspaces].map((workspace) => ({
    data: { workspace } satisfies AlertMailJob,
    startAfterSeconds: GATHER_SECONDS,
  }));
  await queue.enqueue(tx, ALERT_MAIL_QUEUE, jobs);
}

/**
 * Mails people what they are to be told of alerts: one alert, or a digest of those that waited. An alert is told once while it stands and once when it is over; a crash between a mail and
 * its note repeats the mail. Throws when a mail was not taken, so that the job comes again; what was taken stays told.
 */
export async function mailAlerts({
  ctx,
  input,
}: {
  ctx: { services: Services };
  input: readonly AlertMailJob[];
}): Promise<void> {
  const { services } = ctx;
  const { database, sendSystemMail } = services;
  if (sendSystemMail === undefined) return;
  const workspaces = [...new Set(input.map(({ workspace }) => workspace))];
  const readers = await readAlertReaders(database.sql, workspaces, SEEING);
  const failures: unknown[] = [];
  // Each mail is a conversation with a mail server: the statements beside it are no matter.
  for (const reader of readers) await mailOne(services, sendSystemMail, reader).catch((error) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} mails about alerts were not taken`);
}

async function mailOne(services: Services, send: SendSystemMail, reader: AlertReader): Promise<void> {
  const { config, consoleUrl, database, queue, world } = services;
  const { workspace, environment } = reader;
  await database.sql.begin(async (tx) => {
    const letter = await lockAlertLetter(tx, reader);
    if (letter === undefined) return;
    const nowMs = world.nowMs();
    const dueAtMs = (letter.mailedAtMs ?? 0) + QUIET_MS;
    if (dueAtMs > nowMs) {
      await queue.enqueue(tx, ALERT_MAIL_QUEUE, [{ data: { workspace }, startAtMs: dueAtMs }]);
      return;
    }
    const book = config.current();
    const alerts = letter.news.map(({ route, country, kind, startedAtMs, endedAtMs }): ToldAlert => {
      const place = country === WHOLE_ROUTE || country === '' ? null : country;
      return { route: book.route(route)?.name ?? '–', country: place, kind, startedAtMs, endedAtMs };
    });
    const own = book.workspaces.get(workspace);
    const text = writeAlertLetter(letter.locale, {
      workspace: own?.name ?? '',
      alerts,
      link: `${consoleUrl}/${letter.locale}/${environment}/health`,
      timeZone: own?.timeZone ?? 'UTC',
    });
    await send({ to: letter.email, ...text });
    await endAlertLetter(tx, reader, letter.news, nowMs);
  });
}
