import type { ModelScopeView, ModelsView } from '@signalbox/contracts';
import { expect, lookAtSizes, test } from './testing.ts';

const scope = (change: Partial<ModelScopeView>): ModelScopeView => ({
  ...{ channel: 'sms', class: 'otp', country: 'MX', standing: 'proven', in_use: false, switched: null },
  ...{ outcomes: 5120, outcomes_needed: 1000, model_loss: 0.2104, signals_loss: 0.2391, proof: 1 },
  calibration_error: 0.0087,
  calibration: [
    { foretold: 0.52, came: 0.5, outcomes: 210 },
    { foretold: 0.73, came: 0.75, outcomes: 640 },
    { foretold: 0.88, came: 0.87, outcomes: 1370 },
    { foretold: 0.96, came: 0.964, outcomes: 2900 },
  ],
  drifting: [],
  judged_at: '2026-11-27T10:02:00.000Z',
  ...change,
});
/** What is told after a day of traffic. */
const TOLD: ModelsView = {
  scopes: [
    scope({}),
    scope({
      ...{
        class: 'marketing',
        country: 'BR',
        standing: 'gathering',
        outcomes: 312,
        proof: 0.2,
        calibration_error: null,
      },
      ...{ calibration: [], model_loss: 0.4012, signals_loss: 0.4009 },
      drifting: [{ route_id: 'rte_1', route_name: 'BR aggregator' }],
    }),
  ],
  versions: [3, 2, 1].map((version) => ({
    ...{ channel: 'sms', version, made_at: `2026-11-27T09:${version}2:00.000Z`, outcomes: 400 + version, features: 61 },
    ...{ model_loss: version === 1 ? null : 0.21, signals_loss: version === 1 ? null : 0.24 },
  })),
};

test('the success model is shown beside the signals with its calibration, and used where it has proved better', async ({
  page,
}) => {
  // Outcomes settle after twenty minutes of a system: what would be told then stands in for them.
  let isUsed = false;
  await page.route(/models\.list/, async (route) => {
    const answer = await route.fetch();
    const told = { ...TOLD, scopes: TOLD.scopes.map((one, at) => (at === 0 ? { ...one, in_use: isUsed } : one)) };
    const text = (await answer.text()).replace(/\{"scopes":\[\],"versions":\[\]\}/, JSON.stringify(told));
    await route.fulfill({ response: answer, body: text });
  });
  await page.route(/models\.switch/, async (route) => {
    expect(route.request().postData()).toContain('"in_use":true');
    const answer = await route.fetch();
    // The system itself has judged nothing yet, so it refuses.
    expect(answer.ok()).toBe(false);
    isUsed = true;
    const body = JSON.stringify([{ result: { data: { in_use: true } } }]);
    await route.fulfill({ status: 200, contentType: 'application/json', body });
  });
  await page.goto('/en/live/models');
  const codes = page.getByRole('region', { name: 'One-time code · Mexico' });
  await expect(codes.getByText('Proven better')).toBeVisible();
  await expect(codes.getByText('0.2104')).toBeVisible();
  await codes.getByText('Show as a table').click();
  await expect(codes.getByRole('cell', { name: '96.4%' })).toBeVisible();
  const others = page.getByRole('region', { name: /· Brazil$/ });
  await expect(others.getByText(/BR aggregator/)).toBeVisible();
  await expect(others.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Versions' }).first().getByRole('row')).toHaveCount(4);
  await lookAtSizes(page, 'models');
  await codes.getByRole('button', { name: 'Use the model' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Use the model' }).click();
  await expect(codes.getByText('Decisions go by it')).toBeVisible();
  await expect(codes.getByRole('button', { name: 'Use the signals again' })).toBeVisible();
});
