import { SetCountryRequest } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setCountry } from '../countries/countries.ts';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { importPrices } from './import.ts';
import { partPriceRange } from './part-price-range.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('First', 1, 1000);
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
const range = () => partPriceRange(stage.ctx, 'marketing');

describe('what a part costs', () => {
  it('follows the price lists in force; the price of the route counts only where nothing is listed', async () => {
    expect(range()).toEqual({ currency: 'USD', lowest_micros: 10_000, highest_micros: 10_000 });
    await bring('route,country,price,currency\nFirst,MX,0.02,USD\nFirst,BR,0.07,USD\n');
    expect(range()).toEqual({ currency: 'USD', lowest_micros: 10_000, highest_micros: 70_000 });
    await stage.services.database.sql`update route set countries = '{MX,BR}'`;
    await stage.services.config.refresh();
    expect(range()).toEqual({ currency: 'USD', lowest_micros: 20_000, highest_micros: 70_000 });
  });

  it('leaves out where nothing is sent, and what cannot be told in the currency of the workspace', async () => {
    const settings = SetCountryRequest.parse({ enabled: false });
    await setCountry({ ctx: stage.ctx, input: { country: 'BR', settings } });
    await stage.services.config.refresh();
    expect(range()).toEqual({ currency: 'USD', lowest_micros: 20_000, highest_micros: 20_000 });
    await stage.services.database.sql`update route set countries = '{AR}', currency = 'XAF'`;
    await stage.services.config.refresh();
    expect(range()).toBeNull();
  });
});
