import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { axeFinds } from './axe';
import { bundleConfig } from '../lib/diagnosis/testing/bundle-config';
import { saveCase, story } from './story';

const env = ['PATH=/bin', 'DB_PASSWORD=Canary-of-the-original'];
const uploads = [{ name: 'config.json', mimeType: 'application/json', buffer: Buffer.from(bundleConfig({ root: { path: 'rootfs' }, process: { env } })) }, ...story.relative.slice(1)];
const mended = bundleConfig({ root: { path: '/mycontainer/rootfs' }, process: { env } });

test('the whole config compared, the patch, a line of jq, and the mended file with every hidden value', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles(uploads);
  await expect(page.getByRole('region', { name: 'Diagnosis' }).getByRole('heading', { level: 2 })).toContainText('root.path is relative');
  await saveCase(page);

  const patch = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the patch' }).click();
  expect(JSON.parse(readFileSync(await (await patch).path(), 'utf8'))).toEqual([{ op: 'replace', path: '/root/path', value: '/mycontainer/rootfs' }]);

  await page.getByText('The same with jq').click();
  const line = page.locator('pre', { hasText: 'setpath' });
  await line.locator('..').getByRole('button', { name: 'Copy jq line' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await line.innerText());

  const whole = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the mended file' }).click();
  expect(readFileSync(await (await whole).path(), 'utf8')).toBe(mended);

  await page.getByRole('button', { name: 'Compare the whole file' }).click();
  const dialog = page.getByRole('dialog', { name: 'config.json before and after the fix' });
  await expect(dialog.getByText('"/mycontainer/rootfs"')).toBeVisible();
  await expect(dialog.getByText('"rootfs"')).toBeVisible();
  await dialog.getByRole('button', { name: 'Side by side' }).click();
  await expect(dialog.getByLabel('config.json as it is')).toContainText('"rootfs"');
  await expect(dialog.getByLabel('config.json with the fix')).toContainText('"/mycontainer/rootfs"');
  expect(await axeFinds(page, 'dialog')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // After a reload the original is gone from memory, and what is stored has its secrets hidden: no whole file is offered.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Save the patch' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save the mended file' })).toHaveCount(0);
  await expect(page.getByText('Canary-of-the-original')).toHaveCount(0);
});

test('a config with a hook is handed on nowhere without a word on what it runs on the host', async ({ page }) => {
  await page.goto('/');
  const config = bundleConfig({ root: { path: 'rootfs' }, hooks: { createRuntime: [{ path: '/opt/on-the-host' }] } });
  await page.getByLabel('Add files').setInputFiles([{ name: 'config.json', mimeType: 'application/json', buffer: Buffer.from(config) }, ...story.relative.slice(1)]);
  const told = page.getByRole('region', { name: 'Read before you take this config over' });
  await expect(told).toContainText('/opt/on-the-host');
  await expect(page.getByRole('button', { name: 'Copy patch' })).toBeVisible();
  await saveCase(page);
  await expect(page.getByRole('button', { name: 'Save the patch' })).toBeVisible();
  await expect(told).toContainText('/opt/on-the-host');
});

test('SARIF and OpenAPI are served', async ({ request }) => {
  const files = uploads.map(({ name, buffer }) => ({ name, content: buffer.toString() }));
  const { id } = (await (await request.post('/api/cases', { data: { files } })).json()) as { id: string };
  const sarif = await request.get(`/api/cases/${id}/report.sarif`);
  expect(sarif.headers()['content-type']).toBe('application/sarif+json; charset=utf-8');
  expect(await sarif.json()).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'rootfs-path-relative', level: 'error' }] }] });
  expect((await request.get(`/api/cases/${id}/report.sarif?attempt=9`)).status()).toBe(404);
  expect(await (await request.get('/api/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
});
