import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, test as base, expect, type Page, type Request } from '@playwright/test';

/** What the flows need of the running system's demo.json. */
interface Demo {
  sign_in: { email: string; password: string };
  api_url: string;
  simulator_url: string;
  api_keys: { live: string };
}

/** The demo of the running system: its sign-in, and a key to send with. */
export function readDemo(): Demo {
  const file = process.env.DEMO_JSON;
  if (file === undefined) throw new Error('DEMO_JSON must name the demo.json of the running system.');
  return JSON.parse(readFileSync(file, 'utf8')) as Demo;
}

/** The port at which the running system may reach an identity provider of the flows. */
export function readIdentityPort(): number {
  const port = process.env.IDENTITY_PORT;
  if (port === undefined) throw new Error('IDENTITY_PORT must name a port that EGRESS_ALLOW of the system names too.');
  return Number(port);
}

/** Complaints a flow provokes on purpose; everything else on the browser's console fails it. */
export const expected: { complaints: RegExp[] } = { complaints: [] };

/** A test that also fails on any complaint of the browser and on any request that leaves the console. */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = [];
      const outside = new Set<Request>();
      expected.complaints = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          complaints.push(`${message.text()} (${message.location().url})`);
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(baseURL ?? '') && !/^(data|blob|about):/.test(url)) outside.add(request);
      });
      // What the policy of the page stops has not left; the browser tells of it all the same.
      page.on('requestfailed', (request) => {
        if (request.failure()?.errorText === 'csp') outside.delete(request);
      });
      await use(undefined);
      expect(
        [...outside].map((request) => request.url()),
        'requests that left the console',
      ).toEqual([]);
      const surprising = complaints.filter((text) => !expected.complaints.some((pattern) => pattern.test(text)));
      expect(surprising, 'complaints of the browser').toEqual([]);
    },
    { auto: true },
  ],
});

/** Calls the public API as the demo's live key does. */
export async function callApi(request: APIRequestContext, method: string, path: string, data?: object) {
  const { api_url, api_keys } = readDemo();
  return request.fetch(`${api_url}${path}`, {
    method,
    headers: { authorization: `Bearer ${api_keys.live}` },
    ...(data === undefined ? {} : { data }),
  });
}

/** The same, for a call that must succeed: what it answers. */
export async function askApi(request: APIRequestContext, method: string, path: string, data?: object) {
  const answer = await callApi(request, method, path, data);
  expect(answer.status(), `${method} ${path}`).toBeLessThan(300);
  return answer.status() === 204 ? undefined : answer.json();
}

/** Where pictures are kept, for people to look at. */
export const SHOTS = 'test-results/pictures';

/** The page as it is now has no barrier in either look, and is kept as a picture of each. For pages that wear the look of the system, as all do until a person chooses. */
export async function lookAt(page: Page, picture: string, { fullPage = false } = {}): Promise<void> {
  await expectAccessible(page);
  await page.screenshot({ path: `${SHOTS}/${picture}-light.png`, fullPage });
  await page.emulateMedia({ colorScheme: 'dark' });
  // Only colours are those of a look.
  await expectAccessible(page, ['color-contrast']);
  await page.screenshot({ path: `${SHOTS}/${picture}-dark.png`, fullPage });
  await page.emulateMedia({ colorScheme: 'light' });
}

/** The same in both sizes, the whole page; back at the size it was. */
export async function lookAtSizes(page: Page, picture: string): Promise<void> {
  await lookAt(page, picture, { fullPage: true });
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await lookAt(page, `${picture}-narrow`, { fullPage: true });
  if (wide !== null) await page.setViewportSize(wide);
}

/**
 * Fails with the rule and the elements of every WCAG 2.2 AA violation on the page as it is now, or of some rules. Not inside the preview of a
 * mail: no script may run there, axe's neither, and the mail is not ours.
 */
export async function expectAccessible(page: Page, rules?: string[]): Promise<void> {
  await untilStill(page, { hold: true });
  // From the top: what happens to stand half under the bar that stays there is reached by scrolling, and would count as too small.
  await page.evaluate(() => scrollTo(0, 0));
  const axe = new AxeBuilder({ page })
    // In the page itself, without a second one to gather what frames say: half the time, and we have no frame to look into.
    .setLegacyMode()
    .exclude('iframe[sandbox=""]');
  if (rules === undefined) axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  else axe.withRules(rules);
  const { violations } = await axe.analyze();
  await letMove(page);
  const told = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join(' | ')}`,
  );
  expect(told).toEqual([]);
  expect(await twiceNamed(page), 'ids that two fields share: a label then speaks for the first of them alone').toEqual(
    [],
  );
}

/** The ids that labels point to and more than one element has, which no rule of axe looks for: a page and the dialog over it are one document. */
function twiceNamed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const named = new Set([...document.querySelectorAll('label')].map(({ htmlFor }) => htmlFor));
    named.delete('');
    return [...named].filter((id) => document.querySelectorAll(`[id="${CSS.escape(id)}"]`).length > 1);
  });
}

/**
 * Waits for what fades or slides in: half transparent, no text has the contrast it is made with, and what is pressed half way is missed. What
 * opens stands still for some frames before it begins to move, so several must be quiet one after the other. A spinner never ends and is not
 * waited for. With `hold` nothing begins to move before `letMove`: a message that goes by itself would fade under the eyes of who looks.
 */
export async function untilStill(page: Page, { hold = false } = {}): Promise<void> {
  await page.evaluate(async (holds) => {
    const isMoving = (one: Animation) =>
      one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    for (let quiet = 0; quiet < 6; ) {
      // A tab in the background draws nothing.
      await Promise.race([new Promise(requestAnimationFrame), new Promise((done) => setTimeout(done, 100))]);
      quiet = document.getAnimations().some(isMoving) ? 0 : quiet + 1;
    }
    if (!holds) return;
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { animation-play-state: paused !important; }');
    document.adoptedStyleSheets = [still];
  }, hold);
}

/** Lets go on what was held; the page adopts no style sheet of its own. */
const letMove = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });

/** Chooses the look before the first page of a test. */
export async function wearTheme(page: Page, theme: 'light' | 'dark', baseURL: string | undefined): Promise<void> {
  await page.context().addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }]);
}

/** A Mexican mobile number nobody else in this run uses, outside of the magic block 9900xx. */
export function freshNumber(): string {
  return `+525512${String(100_000 + (Date.now() % 800_000))}`;
}

export { expect };
