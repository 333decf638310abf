import { QuoteRequest, SetCountryRequest } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setCountry } from '../countries/countries.ts';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { addSuppression } from '../policy/suppressions.ts';
import { listRoutes, saveRoute } from '../routing/routes.ts';
import { importPrices } from './import.ts';
import { quoteSend } from './quote.ts';
import { setExchangeRates } from './rates.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('First', 1, 750);
  await stage.addRoute('Second', 1, 250);
  await stage.addRoute('Backup', 2, 1000);
  await bring('route,country,price,currency\nFirst,MX,0.02,USD\nSecond,MX,0.01,USD\nBackup,MX,0.05,USD\n');
});
afterAll(() => stage.end());

const bring = (csv: string) =>
  importPrices({
    ctx: stage.ctx,
    input: {
      csv,
      file_name: '',
      route_id: null,
      currency: null,
      whole_list: false,
      dry_run: false,
      skip_faulty: false,
    },
  });
const ask = (more: object) =>
  quoteSend({ ctx: stage.ctx, input: QuoteRequest.parse({ class: 'transactional', text: 'hola', ...more }) });

describe('a quote', () => {
  it('prices the mix of routes in parts, from the cheapest way to the dearest, backups included', async () => {
    const quote = await ask({ text: 'ñ'.repeat(161), mix: [{ country: 'MX', count: 100 }] });
    expect(quote).toMatchObject({ currency: 'USD', parts: 2, encoding: 'gsm7', recipients: 100, priced: 100 });
    // 75 % by the first at 0.02, 25 % by the second at 0.01, two parts each.
    expect(quote.total).toEqual({ low_micros: 2_000_000, expected_micros: 3_500_000, high_micros: 10_000_000 });
    expect(quote.countries[0]).toMatchObject({ country: 'MX', routes_down: true });
    expect(quote.countries[0]?.routes.map(({ route_name, share }) => [route_name, share])).toEqual([
      ['First', 0.75],
      ['Second', 0.25],
      ['Backup', 0],
    ]);
  });

  it('of recipients leaves out those that are no numbers, are suppressed, or live where nothing is sent, each with its reason', async () => {
    await addSuppression({
      ctx: stage.ctx,
      input: { address: '+525512345678', channel: 'sms', classes: ['transactional'], reason: 'asked to' },
    });
    await setCountry({
      ctx: stage.ctx,
      input: { country: 'BR', settings: SetCountryRequest.parse({ enabled: false }) },
    });
    await stage.services.config.refresh();
    const quote = await ask({ recipients: ['+525512345678', '+525512345679', '+5511912345678', 'nobody'] });
    expect(quote).toMatchObject({ recipients: 4, priced: 1 });
    expect(quote.excluded.map(({ count }) => count)).toEqual([1, 1, 1]);
    expect(quote.excluded.map(({ code }) => code)).toContain('policy.geo_denied');
    const mix = await ask({ mix: [{ country: 'BR', count: 7 }] });
    expect(mix).toMatchObject({ priced: 0, excluded: [{ code: 'policy.geo_denied', count: 7 }] });
  });

  it('names mail where it does for less than half, never for codes', async () => {
    expect((await ask({ mix: [{ country: 'MX', count: 10 }] })).advice).toEqual([]);
    await stage.addRoute('Mail', 1, 1000, 'email');
    await stage.services.database.sql`update route set price_micros = 400 where name = 'Mail'`;
    await stage.services.config.refresh();
    const { advice } = await ask({ mix: [{ country: 'MX', count: 10 }] });
    expect(advice).toEqual([{ instead: 'email', country: 'MX', count: 10, saving_micros: 171_000 }]);
    expect((await ask({ class: 'otp', mix: [{ country: 'MX', count: 10 }] })).advice).toEqual([]);
  });

  it('is refused while a route charges in a currency without a rate, and the refusal names it', async () => {
    const routes = await listRoutes({ ctx: stage.ctx, input: {} });
    const backup = routes.find(({ name }) => name === 'Backup');
    if (backup === undefined) throw new Error('no route');
    const { provider, attempts_24h: _a, delivered_24h: _d, ...route } = backup;
    await saveRoute({
      ctx: stage.ctx,
      input: { ...route, provider_id: provider.id, currency: 'EUR', price_micros: 40_000 },
    });
    const pe = { mix: [{ country: 'PE', count: 1 }] };
    const refused = await ask(pe).catch((error) => error.fields?.[0]);
    expect(refused).toMatchObject({ code: 'rate_missing' });
    expect(refused.message).toContain('from EUR to USD');
    const from = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await setExchangeRates({ ctx: stage.ctx, input: { rates: [{ currency: 'EUR', from, rate: '1.25' }] } });
    expect(await ask(pe)).toMatchObject({ currency: 'USD', total: { high_micros: 50_000 } });
  });
});
