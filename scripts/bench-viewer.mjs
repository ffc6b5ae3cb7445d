// npm run bench:viewer: a stored log of 200,000 lines in the viewer that fetches what is looked at, in Chromium on the production build. Fails where a goal is missed. BASE_URL names a server that runs.
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { withServer } from './server.mjs';

const lines = 200_000;
/** The line that failed stands far from both ends. */
const failedAt = 120_000;
const jumps = 60;
/** Work of a frame after a jump, in ms, and rows in the DOM. */
const goals = { frame: 16, rows: 200 };

/** 9 MB: below the limit from which on lines of a log are left out. */
const log = `${Array.from({ length: lines }, (_, at) => (at + 1 === failedAt ? 'runc run failed: user namespaces enabled, but no uid mappings found' : `time="10:00:00" level=info msg="step ${at + 1}"`)).join('\n')}\n`;

/** Scrolls to a part of the list: the work of the frame that shows it, from its scroll event until it was painted, in ms. */
function jump(page, part) {
  return page.evaluate(
    (to) =>
      new Promise((done) => {
        const list = document.querySelector('.log-scroll');
        let began = 0;
        list.addEventListener('scroll', () => (began = performance.now()), { capture: true, once: true });
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - began);
        list.scrollTop = Math.round(list.scrollHeight * to) + 1;
        // Scroll events come before the callbacks of their frame, and a message after it was painted.
        requestAnimationFrame(() => port2.postMessage(0));
      }),
    part,
  );
}

const at = (times, part) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))];
const said = (times) => `${at(times, 0.5).toFixed(1)} / ${at(times, 0.98).toFixed(1)} / ${at(times, 1).toFixed(1)}`;

async function run(url) {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const sent = performance.now();
  const answer = await fetch(`${url}/api/cases`, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: log });
  if (!answer.ok) throw new Error(`the case was not stored: ${await answer.text()}`);
  const { id } = await answer.json();
  const stored = performance.now() - sent;
  await page.goto(`${url}/cases/${id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const verdict = performance.now() - sent;
  await page.waitForLoadState('networkidle');

  const opened = performance.now();
  await page.getByRole('navigation', { name: 'Views of the evidence' }).getByRole('link', { name: 'pasted.txt' }).click();
  await page.locator('.log-item').first().waitFor();
  const first = performance.now() - opened;
  await page.getByRole('button', { name: 'Unfold' }).click();

  const frames = [];
  const shown = [];
  let most = 0;
  for (let index = 0; index < jumps; index++) {
    const asked = performance.now();
    frames.push(await jump(page, ((index * 37) % jumps) / jumps));
    most = Math.max(most, await page.locator('.log-item').count());
    await page.locator('.log-item').filter({ hasText: /step \d/ }).first().waitFor();
    shown.push(performance.now() - asked);
  }
  const links = [];
  for (let index = 1; index <= 20; index++) {
    const line = (index * 7919 * 13) % lines;
    const asked = performance.now();
    await page.evaluate((number) => (location.hash = `#log:${number}`), line);
    await page.locator('.source-line-selected').filter({ hasText: `step ${line}"` }).waitFor();
    links.push(performance.now() - asked);
    most = Math.max(most, await page.locator('.log-item').count());
  }
  const heap = await page.evaluate(() => performance.memory.usedJSHeapSize / 1048576);
  console.table({
    lines,
    'sent and stored, ms': stored.toFixed(0),
    'time to verdict from sending, ms': verdict.toFixed(0),
    'time to first rows, ms': first.toFixed(0),
    [`work of the frame after a jump, p50 / p98 / most, ms (p98 at most ${goals.frame})`]: said(frames),
    'until its lines are there, p50 / p98 / most, ms': said(shown),
    'link to a line, p50 / p98 / most, ms': said(links),
    [`rows in the DOM, at most (${goals.rows})`]: most,
    'JavaScript heap, MiB': heap.toFixed(0),
  });
  if (at(frames, 0.98) > goals.frame || most > goals.rows) {
    console.error(`A goal was missed: ${JSON.stringify(goals)}`);
    process.exitCode = 1;
  }
  await browser.close();
}

if (process.env.BASE_URL) await run(process.env.BASE_URL);
else await withServer(run);
