import { encodeId, type SaveProviderInput, type SaveRouteInput } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestContext } from '../context.ts';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { openSettings } from './provider-settings.ts';
import { listManifests, listProviders, saveProvider } from './providers.ts';
import { listRoutes, saveRoute, saveWeights } from './routes.ts';

let stage: Stage;
let ctx: RequestContext;
let neighbour: RequestContext;

const SECRET = 'hushhush';
const smpp = (name: string, more: Partial<SaveProviderInput> = {}): SaveProviderInput => ({
  environment: 'live',
  name,
  protocol: 'smpp',
  enabled: true,
  settings: { host: '127.0.0.1', port: 2775, system_id: 'shop', password: SECRET },
  ...more,
});
const route = (name: string, provider_id: string, more: Partial<SaveRouteInput> = {}): SaveRouteInput => ({
  environment: 'live',
  name,
  provider_id,
  channel: 'sms',
  countries: ['MX', 'BR', 'MX'],
  prefixes: [],
  classes: [],
  tier: 1,
  weight: 100,
  price_micros: 12_000,
  currency: 'USD',
  enabled: true,
  ...more,
});
const save = (input: SaveProviderInput, by: RequestContext = ctx) => saveProvider({ ctx: by, input });
const refusal = (path: string) => ({ code: 'request_invalid', fields: [{ path }] });

/** What is stored of a provider, secrets opened. */
async function opened(name: string): Promise<Record<string, unknown>> {
  await stage.services.config.refresh();
  const rows = [...stage.services.config.current().providers.values()];
  const row = rows.find((one) => one.name === name);
  if (row === undefined) throw new Error(`no provider ${name}`);
  return openSettings(stage.services.sealer, row);
}

beforeAll(async () => {
  stage = await setStage();
  ctx = stage.ctx;
  const [other] = await stage.services.database.sql<RequestContext['workspace'][]>`
    insert into workspace (id, name) values (${stage.services.ids.next()}, 'Neighbour') returning number, id, name`;
  if (other === undefined) throw new Error('no neighbour');
  neighbour = { ...ctx, workspace: other };
});
afterAll(() => stage.end());

describe('providers', () => {
  test('a secret is sealed where it rests and in no answer; left out or shown back it stays, empty it goes', async () => {
    const made = await save(smpp('Sealed'));
    expect(made.settings).toMatchObject({ host: '127.0.0.1', system_id: 'shop', password: 'stored', window: 10 });
    const answers = [made, ...(await listProviders({ ctx, input: {} }))];
    const rows = await stage.services.database.sql`select * from provider`;
    expect(JSON.stringify([answers, rows])).not.toContain(SECRET);
    expect((await opened('Sealed')).password).toBe(SECRET);

    const { id } = made;
    const { password: _left, ...rest } = made.settings;
    const kept = await save(smpp('Sealed', { id, version: made.version, settings: { ...rest, port: 2776 } }));
    expect(kept).toMatchObject({ version: made.version + 1, settings: { port: 2776, password: 'stored' } });
    const shown = await save(smpp('Sealed', { id, version: kept.version, settings: kept.settings }));
    expect((await opened('Sealed')).password).toBe(SECRET);
    const cleared = await save(
      smpp('Sealed', { id, version: shown.version, settings: { ...shown.settings, password: '' } }),
    );
    expect(cleared.settings.password).toBeUndefined();
    expect((await opened('Sealed')).password).toBeUndefined();
  });

  test('sealed secrets of one provider cannot be opened in the place of another', async () => {
    await save(smpp('First'));
    await save(smpp('Second'));
    const { sql } = stage.services.database;
    await sql`update provider set secrets = (select secrets from provider where name = 'First'), version = version + 1 where name = 'Second'`;
    await expect(opened('Second')).rejects.toThrow(/cannot be opened/);
  });

  test('a wrong setting is named by its path, without its value', async () => {
    const bad = save(smpp('Bad', { settings: { host: 'h', system_id: 'shop', password: 'far-too-long-a-password' } }));
    const error = await bad.catch((caught: unknown) => caught);
    expect(error).toMatchObject(refusal('settings.password'));
    expect(JSON.stringify(error)).not.toContain('far-too-long');
    await expect(save(smpp('Bad', { settings: { host: 'h', system_id: 'a', colour: 1 } }))).rejects.toMatchObject(
      refusal('settings.colour'),
    );
  });

  test('two editors: the second is told, and nothing of theirs is lost', async () => {
    const { id, version } = await save(smpp('Edited'));
    await save(smpp('Edited', { id, version, enabled: false }));
    await expect(save(smpp('Late', { id, version }))).rejects.toMatchObject({ code: 'conflict' });
    await expect(save(smpp('Edited', { id }))).rejects.toMatchObject(refusal('version'));
    await expect(save({ ...smpp('Edited', { id, version: version + 1 }), protocol: 'loopback' })).rejects.toMatchObject(
      refusal('protocol'),
    );
    await expect(save(smpp('edited'))).rejects.toMatchObject({ fields: [{ path: 'name', code: 'taken' }] });
    const unknown = encodeId('provider', stage.services.ids.next());
    await expect(save(smpp('Gone', { id: unknown, version: 1 }))).rejects.toMatchObject({ code: 'not_found' });
    await expect(save(smpp('Edited', { id, version: version + 1 }), neighbour)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('nothing that could leave the house is taken in the sandbox', async () => {
    const sandbox: RequestContext = { ...ctx, environment: 'sandbox' };
    await expect(save(smpp('Out'), sandbox)).rejects.toMatchObject(refusal('protocol'));
    const loopback = { ...smpp('Loop'), protocol: 'loopback', settings: {} } as const;
    expect(await save(loopback, sandbox)).toMatchObject({ environment: 'sandbox', protocol: 'loopback' });
  });

  test('each protocol says what it must be told', async () => {
    const manifests = await listManifests({ ctx, input: {} });
    expect(manifests.map((manifest) => manifest.protocol).sort()).toEqual(['http', 'loopback', 'smpp', 'smtp']);
    expect(manifests.every((manifest) => manifest.fields.length > 0)).toBe(true);
  });
});

describe('routes', () => {
  test('a route is stored as asked, guarded against two editors, and in force at once', async () => {
    const provider = await save(smpp('Carrier'));
    const made = await saveRoute({ ctx, input: route('Main', provider.id) });
    expect(made).toMatchObject({ countries: ['BR', 'MX'], provider: { name: 'Carrier', up: false }, version: 1 });
    const { routesOf } = stage.services.config.current();
    expect(routesOf(ctx.workspace.number).some((one) => one.name === 'Main')).toBe(true);
    const changed = await saveRoute({ ctx, input: route('Main', provider.id, { id: made.id, version: 1, weight: 7 }) });
    expect(changed).toMatchObject({ weight: 7, version: 2 });
    await expect(
      saveRoute({ ctx, input: route('Main', provider.id, { id: made.id, version: 1 }) }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await expect(saveRoute({ ctx, input: route('main', provider.id) })).rejects.toMatchObject(refusal('name'));
  });

  test('a provider of another workspace, another environment or without the channel is refused by field', async () => {
    const provider = await save(smpp('Texts only'));
    await expect(saveRoute({ ctx: neighbour, input: route('Theirs', provider.id) })).rejects.toMatchObject(
      refusal('provider_id'),
    );
    await expect(
      saveRoute({ ctx: { ...ctx, environment: 'sandbox' }, input: route('Crossed', provider.id) }),
    ).rejects.toMatchObject(refusal('provider_id'));
    const mail = route('Mail', provider.id, { channel: 'email', countries: [] });
    await expect(saveRoute({ ctx, input: mail })).rejects.toMatchObject(refusal('channel'));
  });

  test('weights are set all or none', async () => {
    const provider = await save(smpp('Weighed'));
    const one = await saveRoute({ ctx, input: route('One', provider.id) });
    const two = await saveRoute({ ctx, input: route('Two', provider.id) });
    const set = (version: number) =>
      saveWeights({
        ctx,
        input: {
          weights: [
            { id: one.id, version: one.version, weight: 900 },
            { id: two.id, version, weight: 100 },
          ],
        },
      });
    await expect(set(two.version + 5)).rejects.toMatchObject({ code: 'conflict' });
    const weight = async (name: string) => (await listRoutes({ ctx, input: {} })).find((r) => r.name === name)?.weight;
    expect(await weight('One')).toBe(100);
    await set(two.version);
    expect([await weight('One'), await weight('Two')]).toEqual([900, 100]);
  });
});
