import { planRoutes } from '@signalbox/core';
import { addSignals } from '@signalbox/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOf, standingOf } from '../dispatch/plan-book.ts';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { readConcentration, saveConcentrationLimit } from './concentration.ts';

let stage: Stage;
const routes: number[] = [];
beforeAll(async () => {
  stage = await setStage();
  routes.push(await stage.addRoute('First', 1, 500), await stage.addRoute('Second', 1, 500));
});
afterAll(() => stage.end());

/** Texts a route took so many days ago, in two minutes of the day. */
const took = (route: number, country: string, accepted: number, daysAgo = 1) =>
  addSignals(
    stage.services.database.sql,
    [0, 60_000].map((later) => ({
      spanMs: Math.floor(Date.now() / 60_000) * 60_000 - daysAgo * 86_400_000 + later,
      workspace: stage.ctx.workspace.number,
      route,
      class: 'transactional' as const,
      country,
      network: '',
      counts: { accepted: accepted / 2, costMicros: 1000 },
      delays: [],
    })),
  );

/** Why each route may not carry a text, by name. */
function excluded(country: string, barred: readonly number[] = []) {
  const config = stage.services.config.current();
  const question = {
    workspace: stage.ctx.workspace.number,
    environment: 'live' as const,
    channel: 'sms' as const,
    class: 'transactional' as const,
    country,
    address: '+5255',
    maxPriceMicrosPerPart: null,
    maxPriceCurrency: null,
    barred,
    dlt: null,
  };
  const facts = factsOf(question, [], config.routesOf(question.workspace), {
    isUp: () => true,
    gateOf: () => ({ breaker: 'closed', admitPermille: 1000 }),
    ...standingOf(stage.services, config, question),
  });
  return Object.fromEntries(planRoutes(facts).candidates.map(({ name, excluded: why }) => [name, why]));
}
const limit = (country: string | null, share: number | null) =>
  saveConcentrationLimit({ ctx: stage.ctx, input: { country, limit: share } });

describe('concentration', () => {
  it('tells the share of each supplier by country over thirty days, and no older', async () => {
    const [first = 0, second = 0] = routes;
    await took(first, 'MX', 160);
    await took(second, 'MX', 40);
    await took(second, 'MX', 1000, 40);
    const { countries, days } = await readConcentration({ ctx: stage.ctx, input: {} });
    expect(days).toBe(30);
    expect(countries).toMatchObject([
      {
        country: 'MX',
        messages: 200,
        limit: null,
        index: 6800,
        suppliers: [
          { provider_name: 'First', share: 0.8, full: false },
          { provider_name: 'Second', share: 0.2, full: false },
        ],
      },
    ]);
  });

  it('a supplier at its limit is left out while another one can carry, and never takes the last route', async () => {
    expect(excluded('MX')).toEqual({ First: null, Second: null });
    const view = await limit('MX', 0.7);
    expect(view.countries[0]?.suppliers[0]).toMatchObject({ provider_name: 'First', full: true });
    expect(excluded('MX')).toEqual({ First: 'concentration', Second: null });
    expect(excluded('MX', [routes[1] ?? 0])).toEqual({ First: null, Second: 'already_tried' });
    expect(excluded('BR')).toEqual({ First: null, Second: null });
  });

  it('a limit for all countries holds where none has its own, and is taken away', async () => {
    await limit('MX', 0.9);
    await limit(null, 0.5);
    expect(excluded('MX')).toEqual({ First: null, Second: null });
    const { limits } = await limit('MX', null);
    expect(limits).toEqual([{ country: null, limit: 0.5 }]);
    expect(excluded('MX')).toEqual({ First: 'concentration', Second: null });
    await limit(null, null);
    expect(excluded('MX')).toEqual({ First: null, Second: null });
  });
});
