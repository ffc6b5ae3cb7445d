// npm run screenshots [-- NAME...]: every page and state at 390 and 1440 px, light and dark, into screenshots/. BASE_URL names a server that runs.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, request as requests, type Browser } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { openCases, type Cases } from './screen-cases';
import { screens } from './screens';
import { withServer } from './server.mjs';

const folder = path.resolve(import.meta.dirname, '../screenshots');
const wanted = process.argv.slice(2);
const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 1000 },
];

async function take(browser: Browser, url: string, cases: Cases): Promise<void> {
  for (const viewport of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const { name, path: address, act, scripts = true } of screens.filter((one) => wanted.length === 0 || wanted.includes(one.name))) {
        // Each in a context of its own: nothing is left of the one before.
        const context = await browser.newContext({ baseURL: url, viewport, colorScheme, reducedMotion: 'reduce', javaScriptEnabled: scripts });
        const page = await context.newPage();
        try {
          await page.goto(address(cases), { waitUntil: 'networkidle' });
          await act?.(page, cases);
          await page.screenshot({ path: path.join(folder, `${name}-${viewport.width}-${colorScheme}.png`) });
        } catch (error) {
          // The others are worth taking; the command fails at its end.
          process.exitCode = 1;
          console.error(`${name}, ${viewport.width} px, ${colorScheme}:`, error);
        }
        await context.close();
      }
    }
    console.log(`${viewport.width} px: taken`);
  }
}

async function run(url: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const request = await requests.newContext({ baseURL: url });
  await take(browser, url, await openCases(request));
  await request.dispose();
  await browser.close();
}

if (process.env.BASE_URL) await run(process.env.BASE_URL);
else await withServer(run);
