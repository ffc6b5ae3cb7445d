// npm run bench:viewer: a log of 200,000 lines in the viewer, in Chromium on the production build. Prints figures, judges none.
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { withServer } from './server.mjs';

const lines = 200_000;
const jumps = 60;

/** The line that failed stands early, so that a short and a long log have it at the same place. */
function log(length) {
  const rows = Array.from({ length }, (_, at) => `time="2026-11-24T10:00:00Z" level=info msg="step ${at}"`);
  rows[100] = 'runc run failed: user namespaces enabled, but no uid mappings found';
  return `${rows.join('\n')}\n`;
}

/** Frames of a jump to a place of the list, in milliseconds until the frame after it was painted. */
async function jump(page, part) {
  return page.evaluate(async (to) => {
    const list = document.querySelector('.log-scroll');
    const began = performance.now();
    list.scrollTop = list.scrollHeight * to;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - began;
  }, part);
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1);

const executablePath = await findBrowser();
await withServer(async (url) => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const answer = await fetch(`${url}/api/cases`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ files: [{ name: 'big.log', content: log(1000) }] }) });
  if (!answer.ok) throw new Error(`the case was not stored: ${await answer.text()}`);
  const { id } = await answer.json();
  // The viewer is measured, not the diagnosis: a short log is stored, and the long one is what the page is given for it.
  await page.route('**/documents/big.log*', (route) => route.fulfill({ contentType: 'text/plain', body: log(lines) }));
  const scripts = [];
  page.on('response', (one) => /\.js(?:\?|$)/.test(one.url()) && scripts.push(one.request().sizes().then(({ responseBodySize }) => responseBodySize, () => 0)));
  await page.goto(`${url}/cases/${id}`, { waitUntil: 'networkidle' });
  const loaded = await Promise.all(scripts);
  const began = Date.now();
  await page.getByRole('navigation', { name: 'Views of the evidence' }).getByRole('link', { name: 'big.log' }).click();
  await page.locator('.log-item').first().waitFor();
  const first = Date.now() - began;
  await page.getByRole('button', { name: 'Unfold' }).click();
  await page.getByRole('button', { name: 'Errors only' }).and(page.locator(':enabled')).waitFor();
  const read = Date.now() - began;
  const times = [];
  let most = 0;
  for (let index = 0; index < jumps; index++) {
    times.push(await jump(page, ((index * 37) % jumps) / jumps));
    most = Math.max(most, await page.locator('.log-item').count());
  }
  times.sort((a, b) => a - b);
  const heap = await page.evaluate(() => performance.memory.usedJSHeapSize / 1048576);
  const figures = {
    lines,
    'JavaScript of the case page before a viewer is opened, KB compressed': (loaded.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1),
    'time to first rows, ms': first,
    'time until every severity is read, ms': read,
    'jump p50 / p98 / most, ms': `${at(times, 0.5)} / ${at(times, 0.98)} / ${at(times, 1)}`,
    'rows in the DOM, at most': most,
    'JavaScript heap, MiB': heap.toFixed(0),
  };
  console.table(figures);
  await browser.close();
});
