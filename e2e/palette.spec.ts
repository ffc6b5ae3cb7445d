import { expect, test, type APIRequestContext } from '@playwright/test';
import { axeFinds } from './axe';
import { story } from './story';

async function open(request: APIRequestContext): Promise<string> {
  const response = await request.post('/api/cases', { data: { files: story.closed.map(({ name, buffer }) => ({ name, content: buffer.toString() })) } });
  return ((await response.json()) as { id: string }).id;
}

test('the palette leads to a cause, a view of the case and a theme, by keyboard alone', async ({ page, request }) => {
  const refused: string[] = [];
  page.on('console', (one) => one.type() === 'error' && refused.push(one.text()));
  await page.goto(`/cases/${await open(request)}`);
  const palette = page.getByRole('dialog', { name: 'Jump to' });
  const begin = async () => {
    await page.keyboard.press('Control+k');
    await expect(palette.getByRole('combobox')).toBeFocused();
  };
  // The page listens once its script has run.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(palette).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('ls.txt');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#log:/);
  await begin();
  await page.keyboard.type('Theme: Dark');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await begin();
  await page.keyboard.type('nothing-like-it');
  await expect(palette.getByText('Nothing has this name.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await begin();
  await page.keyboard.type('small subid');
  await expect(palette.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/causes\/[\w-]+$/);
  expect(refused).toEqual([]);
});

test('a line of an error in the palette finds its causes', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Jump to/ }).click();
  await page.getByRole('dialog', { name: 'Jump to' }).getByRole('combobox').fill('runc run failed: user namespaces enabled, but no uid mappings found');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/causes\?q=/);
  await expect(page.getByRole('status').filter({ hasText: '3 causes' })).toBeVisible();
});

test('the keys are listed under ?, and the focus comes back', async ({ page }) => {
  await page.goto('/');
  await expect(async () => {
    await page.getByRole('link', { name: 'My cases' }).focus();
    await page.keyboard.press('Shift+?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible({ timeout: 5000 });
  }).toPass();
  await expect(page.getByRole('region', { name: 'In a log' })).toContainText('Errors only');
  // It takes Escape once it has taken the focus.
  await expect(page.getByRole('dialog', { name: 'Keys' }).getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'My cases' })).toBeFocused();
  // In a field it is a letter.
  await page.getByLabel('Evidence').focus();
  await page.keyboard.press('Shift+?');
  await expect(page.getByLabel('Evidence')).toHaveValue('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
});

test('axe finds nothing in the palette and the keys', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Jump to/ }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  await page.getByRole('option', { name: 'Show the keys' }).click();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
});
