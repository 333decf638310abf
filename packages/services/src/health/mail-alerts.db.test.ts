import type { AlertKind, Role } from '@signalbox/contracts';
import { type AlertRow, endAlerts, raiseAlerts } from '@signalbox/db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SystemMail } from '../access/system-mail.ts';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { saveAlertMail } from './alert-choice.ts';
import { announceAlerts } from './announce-alerts.ts';
import { mailAlerts } from './mail-alerts.ts';

let stage: Stage;
let route: number;
let sent: SystemMail[] = [];
/** Addresses the mail server refuses. */
const refused = new Set<string>();
/** The clock of the stage runs ahead of the real one by this. */
let aheadMs = 0;
const MINUTE_MS = 60_000;

beforeAll(async () => {
  stage = await setStage();
  const { world } = stage.services;
  Object.assign(stage.services, {
    world: { ...world, nowMs: () => world.nowMs() + aheadMs },
    sendSystemMail: async (mail: SystemMail) => {
      if (refused.has(mail.to)) throw new Error('550');
      sent.push(mail);
    },
  });
  route = await stage.addRoute('First', 1, 500);
});
afterAll(() => stage.end());
beforeEach(async () => {
  sent = [];
  refused.clear();
  await stage.services.database.sql`truncate alert_choice, alert_mail, route_alert`;
  await stage.services.database.sql`delete from "user"`;
});

/** A member who chose some kinds. */
async function member(name: string, role: Role, kinds: AlertKind[]) {
  const { sql } = stage.services.database;
  await sql`insert into "user" (id, name, email) values (${name}, ${name}, ${`${name}@example.com`})`;
  await sql`insert into membership (user_id, workspace, role) values (${name}, ${stage.ctx.workspace.number}, ${role})`;
  const ctx = { ...stage.ctx, actor: { kind: 'user' as const, id: name, name } };
  await saveAlertMail({ ctx, input: { kinds, locale: 'en' } });
}
const place = (country: string, kind: AlertKind = 'breaker_open') => ({ route, country, kind });
async function begin(...places: ReturnType<typeof place>[]) {
  const { ids, world, database } = stage.services;
  await database.sql.begin(async (tx) => {
    const started = await raiseAlerts(
      tx,
      places.map(
        (one): Omit<AlertRow, 'endedAtMs'> => ({
          id: ids.next(),
          workspace: stage.ctx.workspace.number,
          environment: 'live',
          ...one,
          startedAtMs: world.nowMs(),
          facts: {},
        }),
      ),
    );
    await announceAlerts(tx, stage.services, { started, ended: [] });
  });
}
async function end(...places: ReturnType<typeof place>[]) {
  const { world, database } = stage.services;
  await database.sql.begin(async (tx) => {
    const ended = await endAlerts(tx, places, world.nowMs());
    await announceAlerts(tx, stage.services, { started: [], ended });
  });
}
const mail = () => mailAlerts({ ctx: stage, input: [{ workspace: stage.ctx.workspace.number }] });
const waiting = async () => (await stage.services.database.sql`select from alert_mail`).count;
const jobs = async () =>
  (await stage.services.database.sql`select from pgboss.job where name = 'alert_mail' and state = 'created'`).count;

describe('alerts by mail', () => {
  it('go to who chose their kind, each once, with the job in the transaction of the alert', async () => {
    await member('ana', 'operations', ['breaker_open']);
    await member('ben', 'viewer', ['forging']);
    await member('cem', 'owner', []);
    const before = await jobs();
    await begin(place('MX'));
    expect(await jobs()).toBe(before + 1);
    await mail();
    await mail();
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
      ['ana@example.com', 'Stage: First (Mexico): it failed too often and is left for a while'],
    ]);
    expect(await waiting()).toBe(0);
  });

  it('are one digest when many begin together, then at most one mail in ten minutes, with what is over', async () => {
    await member('ana', 'operations', ['breaker_open', 'forging']);
    await begin(place('MX'), place('BR'), place('AR', 'forging'));
    await mail();
    expect(sent.map(({ subject }) => subject)).toEqual(['Stage: 3 alerts about routes']);
    aheadMs += MINUTE_MS;
    await begin(place('PE'));
    await end(place('MX'));
    await mail();
    expect(sent).toHaveLength(1);
    aheadMs += 10 * MINUTE_MS;
    await mail();
    expect(sent[1]?.subject).toBe('Stage: 2 alerts about routes');
    expect(sent[1]?.text).toMatch(/Mexico.*over:/);
    expect(await waiting()).toBe(0);
    // What began and ended before its mail left is told once.
    aheadMs += 10 * MINUTE_MS;
    await begin(place('CL'));
    await end(place('CL'));
    await mail();
    expect(sent[2]?.subject).toMatch(/^Stage: Over: First \(Chile\)/);
    await mail();
    expect(sent).toHaveLength(3);
    expect(await waiting()).toBe(0);
  });

  it('never go to who left, chose otherwise since, or is gone', async () => {
    const { sql } = stage.services.database;
    for (const name of ['left', 'quiet', 'gone']) await member(name, 'operations', ['breaker_open']);
    await begin(place('MX'));
    expect(await waiting()).toBe(3);
    await sql`delete from membership where user_id = 'left'`;
    await sql`delete from "user" where id = 'gone'`;
    const ctx = { ...stage.ctx, actor: { kind: 'user' as const, id: 'quiet', name: 'quiet' } };
    await saveAlertMail({ ctx, input: { kinds: [], locale: 'en' } });
    await mail();
    expect(sent).toEqual([]);
    expect(await waiting()).toBe(0);
    await begin(place('BR'));
    expect(await waiting()).toBe(0);
  });

  it('wait while the mail server refuses one reader, and do not hold up the others', async () => {
    await member('ana', 'operations', ['breaker_open']);
    await member('ben', 'operations', ['breaker_open']);
    refused.add('ana@example.com');
    await begin(place('MX'));
    await expect(mail()).rejects.toThrow('1 mails');
    expect(sent.map(({ to }) => to)).toEqual(['ben@example.com']);
    refused.clear();
    await mail();
    expect(sent.map(({ to }) => to)).toEqual(['ben@example.com', 'ana@example.com']);
  });

  it('are not for programs, nor where the installation sends no mail', async () => {
    await expect(saveAlertMail({ ctx: stage.ctx, input: { kinds: [], locale: 'en' } })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const services = { ...stage.services, sendSystemMail: undefined };
    const ctx = { ...stage.ctx, services, actor: { kind: 'user' as const, id: 'ana', name: 'ana' } };
    await expect(saveAlertMail({ ctx, input: { kinds: ['forging'], locale: 'en' } })).rejects.toMatchObject({
      code: 'request_invalid',
    });
  });
});
