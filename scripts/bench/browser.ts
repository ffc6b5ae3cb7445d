// npm run bench:browser [-- --megabytes 200]: a large log diagnosed in Chromium without being sent, against reading the file there.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../browser.mjs';
import { withServer } from '../server.mjs';
import { interleaved, median, missing, tell } from './compare';
import { makeLog } from './make-log';

const given = process.argv.indexOf('--megabytes');
const megabytes = given < 0 ? 200 : Number(process.argv[given + 1]?.split(',').at(-1));

async function opened(browser: Browser, work: (page: Page) => Promise<number>): Promise<number> {
  const page = await browser.newPage();
  const took = await work(page);
  await page.close();
  return took;
}

/** Reads a file in slices of 4 MB, as the worker does, and nothing else; in milliseconds. */
async function read(page: Page, file: string): Promise<number> {
  await page.setContent('<input type="file">');
  await page.locator('input').setInputFiles(file);
  return page.locator('input').evaluate(async (input) => {
    const blob = (input as HTMLInputElement).files?.[0] ?? new Blob();
    const began = performance.now();
    for (let from = 0; from < blob.size; from += 4 * 1024 * 1024) await blob.slice(from, from + 4 * 1024 * 1024).arrayBuffer();
    return performance.now() - began;
  });
}

/** What a page tells of itself, in milliseconds. */
interface Seen {
  readonly tasks: number[];
  began: number;
  ended: number;
}

let longest = 0;

/** From the choice of the file to the diagnosis on the page, in milliseconds; what blocks the page's thread longest counts. */
async function diagnosed(page: Page, url: string, file: string): Promise<number> {
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(() => {
    const seen: Seen = { tasks: [], began: 0, ended: 0 };
    Reflect.set(window, 'seen', seen);
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => seen.tasks.push(duration))).observe({ type: 'longtask' });
    document.addEventListener('change', () => (seen.began = performance.now()), { capture: true, once: true });
    new MutationObserver(() => {
      if (seen.ended === 0 && document.querySelector('section[aria-label="Diagnosis"] h2')) seen.ended = performance.now();
    }).observe(document.body, { subtree: true, childList: true });
  });
  await page.getByLabel('Add files').setInputFiles(file);
  await page.getByRole('region', { name: 'Diagnosis' }).getByRole('heading', { level: 2 }).waitFor({ timeout: 300_000 });
  const { tasks, began, ended } = await page.evaluate(() => Reflect.get(window, 'seen') as Seen);
  longest = Math.max(longest, ...tasks);
  return ended - began;
}

const executablePath = await findBrowser();
const folder = mkdtempSync(path.join(tmpdir(), 'bench-browser-'));
try {
  const file = path.join(folder, 'node.log');
  await makeLog(file, megabytes * 1e6);
  await withServer(async (url: string) => {
    const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox', '--disable-gpu'] }).catch((error: unknown) => missing('the browser', String(error)));
    if (!browser) return;
    const sides: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
    await interleaved({
      ours: async () => sides.ours.push(await opened(browser, (page) => diagnosed(page, url, file))),
      theirs: async () => sides.theirs.push(await opened(browser, (page) => read(page, file))),
    });
    console.log(`${median(sides.ours).toFixed(0)} ms against ${median(sides.theirs).toFixed(0)} ms`);
    tell(`${megabytes} MB diagnosed in the browser`, 'reading the file there', median(sides.ours) / median(sides.theirs), { most: 2.5 });
    tell('the page is blocked at most', 'in ms', longest, { most: 50 }, 'ms');
    await browser.close();
  });
} finally {
  rmSync(folder, { recursive: true });
}
