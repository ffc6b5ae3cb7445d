import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const script = path.resolve(import.meta.dirname, '../public/collect.sh');

test('the script is served as it is, as text that no browser runs', async ({ page, request }) => {
  const response = await request.get('/collect.sh');
  const sha256 = createHash('sha256').update(readFileSync(script)).digest('hex');
  expect(createHash('sha256').update(await response.body()).digest('hex')).toBe(sha256);
  expect(response.headers()).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
  await page.goto('/');
  await expect(page.getByText(sha256)).toBeVisible();
});

test('each runtime has its line, by keyboard, and what is copied is what is seen', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.getByRole('tab', { name: 'Kubernetes' }).focus();
  for (const [name, option] of [['containerd', '--container'], ['Docker', '--docker'], ['Podman', '--podman'], ['runc', '--bundle'], ['Rootless', '--rootless'], ['Kubernetes', '--pod']] as const) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name })).toBeFocused();
    await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('tabpanel').locator('code')).toContainText(option);
  }
  await page.getByRole('button', { name: 'Copy the line' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`curl -fsSLO ${new URL(baseURL ?? '').origin}/collect.sh && sudo sh collect.sh --pod NAMESPACE/POD`);
});

test('a bundle that the collector sends becomes a case', async ({ page, request, baseURL }) => {
  const bundle = path.join(mkdtempSync(path.join(os.tmpdir(), 'sent-')), 'bundle.txt');
  const { stdout } = spawnSync('sh', [script, '--rootless', '-o', bundle, '--upload', baseURL ?? '', '--yes'], { encoding: 'utf8' });
  const link = /^The case: (\S+)$/m.exec(stdout)?.[1];
  expect(link, stdout).toBeDefined();
  // The page shows what matters of it; the case holds all of it.
  const address = `/api${new URL(link ?? '').pathname}`;
  const { attempts } = (await (await request.get(address)).json()) as { attempts: { documents: { name: string }[] }[] };
  const name = attempts[0]?.documents[0]?.name ?? '';
  expect(await (await request.get(`${address}/documents/${encodeURIComponent(name)}`)).text()).toContain('/proc/self/uid_map');
  await page.goto(link ?? '');
  await expect(page.getByRole('heading', { name })).toBeVisible();
});
