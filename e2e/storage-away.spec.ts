import { expect, test } from '@playwright/test';
import { startObjectServer } from '../lib/cases/testing/object-server';
import { startServer } from '../scripts/server.mjs';
import { logWithFailure } from './story';

test('while the storage of a large log is away, the page of its case shows the diagnosis and says so; the API answers 503', async ({ page }) => {
  const storage = await startObjectServer();
  const server = await startServer({ env: storage.env });
  try {
    const opened = await fetch(`${server.url}/api/cases`, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: logWithFailure(40_000, 40_000) });
    expect(opened.status).toBe(201);
    const { id } = (await opened.json()) as { id: string };
    expect(storage.objects.size).toBe(1);
    const away = page.getByText('the storage that it lies in does not answer now');
    expect((await page.goto(`${server.url}/cases/${id}`))?.status()).toBe(200);
    const heading = await page.getByRole('heading', { level: 1 }).textContent();
    await expect(away).toHaveCount(0);

    storage.close();
    expect((await page.goto(`${server.url}/cases/${id}`))?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading ?? '');
    await expect(away.filter({ visible: true })).toBeVisible();
    const document = await fetch(`${server.url}/api/cases/${id}/documents/pasted.txt`);
    expect([document.status, document.headers.get('retry-after')]).toEqual([503, '5']);
  } finally {
    storage.close();
    await server.stop();
  }
});
