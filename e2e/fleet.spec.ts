import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { axeFinds } from './axe';
import { exampleFleet } from '../lib/examples/fleet';
import { tarOf } from '../lib/intake/testing/tar-of';

test.use({ locale: 'en-GB' });

/** An archive with the bundles of 40 nodes, and a link in it that is not followed. */
const archive = async () => ({
  name: 'fleet.tgz',
  mimeType: 'application/gzip',
  buffer: gzipSync(await tarOf(...exampleFleet().map(({ name, text }) => [{ name }, text] as const), [{ name: 'latest', type: 'symlink', linkname: 'node-40' }, ''])),
});

test('an archive of 40 bundles: node × requirement, the odd ones first, and nothing is sent', async ({ page }) => {
  await page.goto('/fleet');
  await page.waitForLoadState('networkidle');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await page.getByLabel('Choose files').setInputFiles(await archive());
  await expect(page.getByRole('status')).toContainText('40 nodes');
  await expect(page.getByText('Not read: 1')).toBeVisible();

  const fails = page.getByRole('region', { name: 'What fails' });
  await expect(fails.getByRole('listitem')).toHaveCount(1);
  await expect(fails).toContainText('1 of 40');
  await expect(fails).toContainText('node-31');

  const kernel = page.getByRole('row').filter({ hasText: '5.10.0-21-amd64' }).first();
  await expect(kernel).toContainText('3 of 40');
  await expect(kernel).toContainText('node-03 node-17 node-22');

  const matrix = page.locator('.fleet-matrix');
  await expect(matrix.locator('thead th')).toHaveCount(41);
  await expect(matrix.locator('thead button').first()).toHaveText('node-31');
  await expect(matrix.locator('tbody tr').first().locator('td').first()).toContainText('fails');

  const upgrades = page.locator('section', { has: page.getByRole('heading', { name: 'What an upgrade would rule out' }) });
  await expect(upgrades).toContainText('containerd 1.7.2 → 2.0.0');
  await page.getByRole('button', { name: 'Show node-31 alone' }).click();
  await expect(page.getByLabel('Node', { exact: true })).toHaveValue('node-31');
  await expect(upgrades).not.toContainText('containerd 1.7.2');
  await page.getByLabel('Node', { exact: true }).selectOption('node-40');
  await expect(upgrades).toContainText('containerd 1.7.2 → 2.0.0');
  await expect(upgrades.getByRole('link', { name: /^Source of/ }).first()).toHaveAttribute('href', /^https:/);
  expect(sent).toEqual([]);
});

test('the example, in Chinese, on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/fleet?lang=zh');
  await page.getByRole('button', { name: '用 40 个节点试一试' }).click();
  await expect(page.getByRole('status')).toContainText('40 个节点');
  await expect(page.getByText('40 个中的 3 个').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('what is no archive of bundles is told', async ({ page }) => {
  await page.goto('/fleet');
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Choose files').setInputFiles({ name: 'fleet.tgz', mimeType: 'application/gzip', buffer: (await archive()).buffer.subarray(0, 200) });
  await expect(page.getByRole('status')).toHaveText('There is no text to compare in it.');
  await page.getByText('Not read: 1').click();
  await expect(page.getByText('it is a damaged archive')).toBeVisible();
  await page.getByRole('button', { name: 'Compare others' }).click();
  await expect(page.getByRole('button', { name: 'Try it with 40 nodes' })).toBeVisible();
});

test('axe finds nothing on the compared nodes', async ({ page }) => {
  await page.goto('/fleet');
  await page.getByRole('button', { name: 'Try it with 40 nodes' }).click();
  await expect(page.getByRole('status')).toContainText('40 nodes');
  await page.getByText(/^and \d+ more$/).first().click();
  expect(await axeFinds(page)).toEqual([]);
});
