import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, expected, lookAt, readDemo, SHOTS, test, untilStill } from './testing.ts';

// Flows that switch workspaces have a session to themselves: the others share theirs.
test.use({ storageState: { cookies: [], origins: [] } });

const demo = readDemo();

async function signIn(page: Page, { email, password } = demo.sign_in): Promise<void> {
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
}

const switcher = (page: Page) => page.getByRole('button', { name: /^Workspace .*: switch to another$/ });

/** Opens the menu of workspaces and waits until it stands: what is pressed while it slides in may be its neighbour. */
async function openMenu(page: Page): Promise<void> {
  await switcher(page).click();
  await expect(page.getByRole('menuitem', { name: 'Settings of this workspace' })).toBeVisible();
  await untilStill(page);
}

async function addWorkspace(page: Page, name: string): Promise<void> {
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'New workspace' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Create workspace' }).click();
  await expect(switcher(page)).toHaveAccessibleName(`Workspace ${name}: switch to another`);
}

async function switchTo(page: Page, name: string): Promise<void> {
  await openMenu(page);
  await page.getByRole('menuitem', { name }).click();
  await expect(switcher(page)).toHaveAccessibleName(`Workspace ${name}: switch to another`);
}

/** Invites an address to the workspace on the screen and returns the link. */
async function invite(page: Page, email: string): Promise<string> {
  await page.goto('/en/live/people');
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = (await dialog.locator('code').textContent()) ?? '';
  await dialog.getByRole('button', { name: 'Done' }).click();
  return link;
}

const opened = async (browser: Browser, baseURL: string | undefined): Promise<Page> =>
  (await browser.newContext({ baseURL: baseURL ?? '', storageState: { cookies: [], origins: [] } })).newPage();

test('a new workspace begins empty, shows nothing of the one before, and the way back is one click', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/en/live/keys');
  await expect(page.getByText('Demo key')).toBeVisible();
  const name = `Outlet ${Date.now()}`;
  await addWorkspace(page, name);
  await expect(page).toHaveURL(/\/en\/live\/workspace$/);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name);
  await page.getByRole('link', { name: 'API keys' }).click();
  await expect(page.getByText('No key in Live yet')).toBeVisible();
  await expect(page.getByText('Demo key')).toHaveCount(0);

  await switchTo(page, 'Demo Store');
  await expect(page).toHaveURL(/\/en\/live\/keys$/);
  await expect(page.getByText('Demo key')).toBeVisible();
});

test('a tab that was left behind does nothing in the other workspace, and says so', async ({ page, context }) => {
  await signIn(page);
  await addWorkspace(page, `Tabs ${Date.now()}`);
  const left = await context.newPage();
  await left.goto('/en/live/limits');
  await expect(left.getByText('Nothing is limited in Live')).toBeVisible();
  await switchTo(page, 'Demo Store');
  await left.bringToFront();
  await left.getByRole('button', { name: 'Set a limit' }).first().click();
  await left.getByRole('dialog').getByRole('button', { name: 'Set the limit' }).click();
  const told = left.getByRole('dialog', { name: 'This page shows another workspace.' });
  await expect(told).toBeVisible();
  await told.getByRole('button', { name: 'Load the page again' }).click();
  await expect(switcher(left)).toHaveAccessibleName('Workspace Demo Store: switch to another');
});

test('signing in again on top of a page goes on in its workspace, and what was typed is done there', async ({
  page,
  context,
}) => {
  expected.complaints = [/status of 401/];
  await signIn(page);
  const name = `Ended ${Date.now()}`;
  await addWorkspace(page, name);
  await page.goto('/en/live/limits');
  await page.getByRole('button', { name: 'Set a limit' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Set a limit' });
  await dialog.getByLabel('A second, on average').fill('7');
  await context.clearCookies({ name: /session_token/ });
  await dialog.getByRole('button', { name: 'Set the limit' }).click();
  const ended = page.getByRole('dialog', { name: 'Your session has ended' });
  await ended.getByLabel('E-mail').fill(demo.sign_in.email);
  await ended.getByLabel('Password', { exact: true }).fill(demo.sign_in.password);
  await ended.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(ended).toBeHidden();
  await dialog.getByRole('button', { name: 'Set the limit' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'The whole workspace' })).toContainText('7');
  await page.reload();
  await expect(switcher(page)).toHaveAccessibleName(`Workspace ${name}: switch to another`);
  await expect(page.getByRole('row').filter({ hasText: 'The whole workspace' })).toContainText('7');
});

test('somebody with an account joins a second workspace with it', async ({ page, browser, baseURL }) => {
  await signIn(page);
  const email = `ana.${Date.now()}@example.com`;
  const password = 'a-long-password';
  const theirs = await opened(browser, baseURL);
  await theirs.goto(await invite(page, email));
  await theirs.getByLabel('Your name').fill('Ana Example');
  await theirs.getByLabel('Password', { exact: true }).fill(password);
  await theirs.getByRole('button', { name: 'Join' }).click();
  await expect(switcher(theirs)).toHaveAccessibleName('Workspace Demo Store: switch to another');

  const name = `Joined ${Date.now()}`;
  await addWorkspace(page, name);
  const link = await invite(page, email);
  // A link differs from the page before by its hash alone: a fresh tab reads it.
  const signedIn = await theirs.context().newPage();
  await signedIn.goto(link);
  await expectAccessible(signedIn);
  await signedIn.screenshot({ path: `${SHOTS}/join-existing.png` });
  await signedIn.getByRole('button', { name: 'Join' }).click();
  await expect(switcher(signedIn)).toHaveAccessibleName(`Workspace ${name}: switch to another`);
  await switcher(signedIn).click();
  await expect(signedIn.getByRole('menuitem', { name: 'Demo Store' })).toBeVisible();
  await expect(signedIn.getByRole('menuitem', { name: 'New workspace' })).toHaveCount(0);
  await theirs.context().close();
});

test('countries are closed, opened one by one and inherit', async ({ page }) => {
  // The api refuses the sender that cannot be.
  expected.complaints = [/status of 400/];
  await signIn(page);
  await addWorkspace(page, `Countries ${Date.now()}`);
  await switcher(page).click();
  await expect(page.getByRole('menuitem', { name: 'Demo Store' })).toBeVisible();
  await lookAt(page, 'workspace-menu');
  await page.keyboard.press('Escape');

  await page.goto('/en/live/countries');
  await expect(page.getByText('Every country is open')).toBeVisible();
  await page.getByRole('button', { name: 'Close all other countries' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close them' }).click();
  await expect(page.getByText('Closed', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Change All other countries' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Sender of texts', { exact: true }).fill('SHOP');
  await drawer.getByLabel('Marketing messages a day').fill('2');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('2 marketing messages a day')).toBeVisible();
  await expect(drawer).toBeHidden();

  await page.getByRole('button', { name: 'Add country' }).click();
  await drawer.getByLabel('Country').fill('Mexico');
  await page.getByRole('option', { name: 'Mexico (MX)' }).or(page.getByTitle('Mexico (MX)')).last().click();
  await drawer.getByLabel('Sender of texts', { exact: true }).fill('far too long a name');
  await drawer.getByLabel('Most for one part').fill('dear');
  await drawer.getByRole('button', { name: 'Add country' }).click();
  await expect(drawer.getByText('Type a price such as 0.045, and its currency.')).toBeVisible();
  // In the currency of the workspace unless another is chosen.
  await drawer.getByLabel('Most for one part').fill('0.045');
  await expect(drawer.getByText('USD · US Dollar')).toBeVisible();
  await drawer.getByRole('button', { name: 'Add a span' }).click();
  await expect(drawer.getByText('Time zones: America/')).toBeVisible();
  await lookAt(page, 'country-form');
  await drawer.getByRole('button', { name: 'Add country' }).click();
  await expect(drawer.getByText('A sender name has 1 to 11 characters', { exact: false })).toBeVisible();
  await drawer.getByLabel('Sender of texts', { exact: true }).fill('TIENDA');
  await drawer.getByRole('button', { name: 'Add country' }).click();
  await expect(drawer).toBeHidden();
  const mexico = page.getByRole('row').filter({ hasText: 'Mexico' });
  await expect(mexico).toContainText('TIENDA');
  await expect(mexico).toContainText('2 marketing messages a day (inherited)');
  for (const [size, viewport] of [
    ['wide', { width: 1440, height: 900 }],
    ['narrow', { width: 390, height: 844 }],
  ] as const) {
    await page.setViewportSize(viewport);
    await expect(page.getByText('TIENDA')).toBeVisible();
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, 'pixels beyond the screen').toBeLessThanOrEqual(0);
    await page.screenshot({ path: `${SHOTS}/countries-${size}.png` });
  }
});
