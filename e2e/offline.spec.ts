import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { axeFinds } from './axe';
import { causeExamples } from '../lib/examples/causes';
import { buildOffline } from '../scripts/build-offline.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'userns-doctor-offline-'));
const { bad } = causeExamples['rootfs-path-relative'];
let address = '';
test.beforeAll(async () => {
  address = pathToFileURL(await buildOffline(path.join(folder, 'userns-doctor.html'))).href;
});

/** Opens the file with the network cut; what it asks for besides itself, and what its policy refuses, is kept. */
async function open(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  await page.context().setOffline(true);
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().startsWith('blob:')) wrong.push(request.url());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  await page.goto(address);
  return wrong;
}

test.use({ locale: 'en-GB' });

test('diagnoses what is typed, with the network cut, and asks for nothing', async ({ page }) => {
  const wrong = await open(page);
  await page.getByLabel(/^Evidence/).fill('runc run failed: user namespaces enabled, but no uid mappings found\n');
  await expect(page.locator('[data-role="root-cause"] h3')).toContainText('Root cause');
  await expect(page.locator('figure').first()).toContainText('pasted.txt:1');
  await page.getByLabel('Language').selectOption('zh');
  await expect(page.locator('[data-role="root-cause"] h3')).toContainText('根因');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  expect(await axeFinds(page)).toEqual([]);
  expect(wrong).toEqual([]);
});

test('takes files, writes a masked case, and opens it again', async ({ page }) => {
  const wrong = await open(page);
  const files = Object.entries(bad).map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }));
  await page.locator('input[type=file]').setInputFiles([...files, { name: 'env.log', mimeType: 'text/plain', buffer: Buffer.from('AWS_SECRET_ACCESS_KEY=kanarienvogel4711\n') }]);
  await expect(page.locator('[data-role="root-cause"]')).toContainText('rootfs-path-relative');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the case' }).click()]);
  const saved = path.join(folder, 'case.json');
  await download.saveAs(saved);
  expect(readFileSync(saved, 'utf8')).not.toContain('kanarienvogel');

  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByText('Nothing is given yet.')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(saved);
  await expect(page.locator('[data-role="root-cause"]')).toContainText('rootfs-path-relative');
  await expect(page.getByRole('listitem')).toHaveCount(files.length + 1);
  expect(wrong).toEqual([]);
});

test('shows what is hostile as text, and refuses credentials and archives', async ({ page }) => {
  const wrong = await open(page);
  await page.getByLabel(/^Evidence/).fill('runc run failed: <img src=x onerror=alert(1)> </script><script>alert(2)</script>\u202e\n');
  await expect(page.locator('article')).toContainText('<img src=x onerror=alert(1)>');
  await expect(page.locator('article')).toContainText('⟨U+202E⟩');
  writeFileSync(path.join(folder, 'id_rsa'), '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----\n');
  writeFileSync(path.join(folder, 'a.tgz'), Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]));
  await page.locator('input[type=file]').setInputFiles([path.join(folder, 'id_rsa'), path.join(folder, 'a.tgz')]);
  await expect(page.getByRole('alert')).toHaveCount(2);
  await expect(page.getByRole('listitem')).toHaveCount(0);
  expect(wrong).toEqual([]);
});
