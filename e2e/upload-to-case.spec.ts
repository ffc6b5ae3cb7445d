import { expect, test } from '@playwright/test';
import { saveCase, story } from './story';

test('the story: upload, annotated result, link opened elsewhere', async ({ page, browser }) => {
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles([...story.relative]);
  const diagnosis = page.getByRole('region', { name: 'Diagnosis' });
  await expect(diagnosis.getByRole('heading', { level: 2 })).toHaveText('root.path is relative, so containerd looked in its own empty directory');
  await expect(diagnosis).toContainText('certain');
  await saveCase(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('root.path is relative');

  // A teammate: another browser, nothing stored in it.
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(page.url());
  const config = other.getByRole('article', { name: 'config.json' });
  const marked = config.locator('.source-line-marked');
  await expect(marked).toHaveCount(1);
  await expect(marked).toContainText('"path": "rootfs"');
  await expect(marked.locator('mark')).toHaveText('"rootfs"');
  await expect(config.locator('.annotation')).toContainText('A relative path.');
  await expect(other.getByText('+', { exact: true }).locator('..')).toContainText('"path": "/mycontainer/rootfs"');
  await other.getByRole('link', { name: /^config\.json:\d+$/ }).click();
  expect(other.url()).toMatch(/#config\.json:\d+$/);
  await other.goto('/cases');
  await expect(other.getByText('No cases on this device yet')).toBeVisible();
  await context.close();
  await page.goto('/cases');
  await expect(page.getByRole('link', { name: /root\.path is relative/ })).toBeVisible();
});

for (const [state, wanted] of [
  ['notOwned', 'The rootfs belongs to host ID 0, but container root is host ID 65536'],
  ['closed', 'Mapped root is stopped at /mycontainer: others may not search it'],
  ['mended', 'Nothing here stops this container'],
] as const) {
  test(`the story goes on: ${state}`, async ({ page }) => {
    await page.goto('/');
    await page.getByLabel('Add files').setInputFiles([...story[state]]);
    await expect(page.getByRole('region', { name: 'Diagnosis' }).getByRole('heading', { level: 2 })).toHaveText(wanted);
  });
}

test('one line, pasted on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await page.getByLabel('Evidence').fill('Error: crun: mount `proc` to `proc`: Operation not permitted: OCI permission denied');
  const diagnosis = page.getByRole('region', { name: 'Diagnosis' });
  await expect(diagnosis).toContainText('possible');
  await expect(diagnosis).toContainText('To be surer');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a paste anywhere on the page lands in the box', async ({ page }) => {
  await page.goto('/');
  // The page listens once its script has run; a person pastes again where nothing came of it.
  await expect(async () => {
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'runc run failed: user namespaces enabled, but no uid mappings found');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await expect(page.getByLabel('Evidence')).toHaveValue(/no uid mappings/, { timeout: 500 });
  }).toPass();
});

test('credentials are refused before they are sent, and the rest is diagnosed', async ({ page }) => {
  await page.goto('/');
  const credentials = { name: 'config.json', mimeType: 'application/json', buffer: Buffer.from('{"auths": {"registry.example": {"auth": "c2VjcmV0"}}}') };
  await page.getByLabel('Add files').setInputFiles([credentials, ...story.relative.slice(1)]);
  await expect(page.getByText('not sent: it looks like a Docker credentials file')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Diagnosis' }).getByRole('heading', { level: 2 })).toContainText('root.path is relative');
});

test('the whole job by keyboard', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Evidence').focus();
  await page.keyboard.insertText('runc run failed: user namespaces enabled, but no uid mappings found');
  await page.keyboard.press('Control+Enter');
  const send = page.getByRole('button', { name: 'Send and get a link' });
  await expect(send).toBeFocused();
  await expect(send).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/cases\//);
  await page.reload();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'To the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#content$/);
});

test('what is copied is what is seen', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles([...story.closed]);
  const shown = page.getByRole('region', { name: 'Diagnosis' }).locator('pre', { hasText: 'chmod o+x' });
  await shown.locator('..').getByRole('button', { name: /Copy command/ }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await shown.innerText());
});

test('an unreachable server: the evidence stays', async ({ page }) => {
  await page.route('**/api/cases', (route) => route.abort());
  await page.goto('/');
  await page.getByLabel('Evidence').fill('some line');
  await page.getByRole('button', { name: 'Save and get a link' }).click();
  await page.getByRole('button', { name: 'Send and get a link' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved' })).toBeVisible();
  await expect(page.getByLabel('Evidence')).toHaveValue('some line');
});
