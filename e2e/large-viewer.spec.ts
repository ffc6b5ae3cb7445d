import { expect, test, type Page } from '@playwright/test';
import { logWithFailure } from './story';

const lines = 70_000;
const failedAt = 30_000;
/** A log of 6 MB, with its failure far from both ends. */
const largeLog = () => logWithFailure(lines, failedAt);

/** Bytes of documents that the page was sent. */
function countBytes(page: Page): () => number {
  let bytes = 0;
  page.on('response', (one) => {
    if (one.url().includes('/documents/')) void one.body().then((body) => (bytes += body.length), () => undefined);
  });
  return () => bytes;
}

test('a large log is shown by the lines that are looked at', async ({ page, request }) => {
  const answer = await request.post('/api/cases', { headers: { 'Content-Type': 'text/plain' }, data: largeLog() });
  expect(answer.status(), await answer.text()).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  const address = `/cases/${id}`;
  expect((await (await request.get(address)).body()).length).toBeLessThan(400_000);
  const bytes = countBytes(page);
  await page.goto(address);
  const views = page.getByRole('navigation', { name: 'Views of the evidence' });
  await expect(page.getByRole('link', { name: `${failedAt - 4} lines` })).toBeVisible();
  await views.getByRole('link', { name: 'pasted.txt' }).click();
  const log = page.getByRole('region', { name: 'Text of pasted.txt' });
  const tools = page.getByRole('toolbar', { name: 'pasted.txt' });
  await expect(log.getByText('no uid mappings found')).toBeInViewport();
  await expect(log.getByText(`id=${failedAt + 1}`, { exact: false })).toBeVisible();

  // The end, and a search over all of it.
  await tools.getByRole('button', { name: 'Unfold' }).click();
  // The list knows how high its lines are once it has drawn them: who wants the end pulls again.
  await expect(async () => {
    await log.evaluate((list) => (list.scrollTop = list.scrollHeight));
    await expect(log.getByText(`id=${lines}`)).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.getByRole('searchbox').fill('ID=45678');
  await expect(tools.getByRole('status')).toHaveText('1 of 1');
  await expect(log.getByText('id=45678')).toBeInViewport();
  await expect(tools.getByRole('button', { name: 'Errors only' })).toBeDisabled();
  expect(bytes()).toBeLessThan(1_000_000);

  // A link to a line, and all of it where that is asked for.
  await page.evaluate(() => (location.hash = '#log:61000'));
  await expect(log.locator('.source-line-selected')).toContainText('id=61000');
  await page.getByRole('button', { name: /^Load all of it/ }).click();
  await tools.getByRole('button', { name: 'Errors only' }).and(page.locator(':enabled')).click();
  await expect(log.getByRole('listitem')).toHaveCount(1);
});

test('what is sent for long says how far it is, and can be stopped', async ({ page }) => {
  await page.goto('/');
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 256 * 1024 });
  await page.getByLabel('Add files').setInputFiles({ name: 'big.log', mimeType: 'text/plain', buffer: Buffer.from(largeLog()) });
  await expect(page.getByRole('region', { name: 'Diagnosis' }).getByRole('heading', { level: 2 })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Save and get a link' }).click();
  await page.getByRole('button', { name: 'Send and get a link' }).click();
  await expect(page.getByRole('progressbar', { name: 'How much was sent' })).toBeVisible();
  await expect(page.getByText(/^0\.[1-9] of [56]\.\d MiB sent$/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Stopped. Nothing was stored.' })).toBeVisible();
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await page.getByRole('button', { name: 'Send and get a link' }).click();
  await expect(page).toHaveURL(/\/cases\//);
});
