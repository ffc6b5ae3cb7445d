import { expect, test } from '@playwright/test';
import { saveCase } from './story';

/** A log of more than a case may have (32 MiB), with its failure in the middle. */
function largeLog(): { readonly text: string; readonly failedAt: number } {
  const record = (index: number) => `time="2026-03-01T10:00:00Z" level=info msg="event published" ns=k8s.io topic=/tasks/exit type=containerd.events.TaskExit id=${index}`;
  const lines = Array.from({ length: 300_000 }, (_, index) => record(index));
  const failedAt = 150_000;
  lines[failedAt - 1] = 'time="2026-03-01T10:00:00Z" level=error msg="failed to start" error="runc create failed: unable to start container process: error during container init: cannot set uid to unmapped user in user namespace"';
  return { text: `${lines.join('\n')}\n`, failedAt };
}

test('a log that is too large is read in the browser, and the lines that matter are kept and sent', async ({ page }) => {
  const { text, failedAt } = largeLog();
  const sizes: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sizes.push(request.postDataBuffer()?.length ?? 0);
  });
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles({ name: 'containerd.log', mimeType: 'text/plain', buffer: Buffer.from(text) });
  const diagnosis = page.getByRole('region', { name: 'Diagnosis' });
  await expect(diagnosis.getByRole('heading', { level: 2 })).toContainText('process', { timeout: 60_000 });
  await expect(page.getByText('300000 lines')).toBeVisible();
  await saveCase(page);
  await expect(page.getByRole('link', { name: `containerd.log:${failedAt}` }).first()).toBeVisible();
  expect(Math.max(...sizes)).toBeLessThan(1024 * 1024);
});
