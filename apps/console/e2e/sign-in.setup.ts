import { expect, readDemo, test } from './testing.ts';

test('signs in with e-mail and password and lands on the overview', async ({ page, context }) => {
  const { email, password } = readDemo().sign_in;
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/en\/(live|sandbox)\/overview$/);
  await context.storageState({ path: 'test-results/session.json' });
});
