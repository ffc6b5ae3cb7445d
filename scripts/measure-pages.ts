// npm run measure:pages: what loading each page costs, in Chromium on the production build, and what axe finds there. Fails where a limit is passed. BASE_URL names a server that runs.
import AxeBuilder from '@axe-core/playwright';
import { chromium, request as requests, type Page } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { openCases } from './screen-cases';
import { withServer } from './server.mjs';

/** Layout shift, and KB of JavaScript as sent before a viewer is opened: 1.35 times what a page of Next without content sends. */
const most = { shift: 0.02, script: 177 };

/** Loads a page so often; the median is told, for the machine does other things as well. */
const rounds = 5;

interface Load {
  /** First and largest paint, in milliseconds from the start of the load. */
  readonly first: number;
  readonly largest: number;
  /** Cumulative layout shift. */
  readonly shift: number;
  /** Time of long tasks beyond 50 ms each, between the first paint and the end (total blocking time). */
  readonly blocked: number;
  /** As sent, in KB. */
  readonly script: number;
  readonly all: number;
}

async function load(page: Page, url: string): Promise<Load> {
  const sizes: Promise<readonly [script: boolean, bytes: number]>[] = [];
  page.on('requestfinished', (one) => sizes.push(one.sizes().then(({ responseBodySize }) => [one.resourceType() === 'script', responseBodySize] as const, () => [false, 0] as const)));
  await page.addInitScript(() => {
    const seen = { largest: 0, shift: 0, tasks: [] as number[] };
    Object.defineProperty(window, 'seenLoad', { value: seen });
    // No function here has a name: the compiler would wrap it in a helper that the page has not.
    for (const type of ['largest-contentful-paint', 'layout-shift', 'longtask']) {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if (type === 'longtask') seen.tasks.push(entry.duration);
          else if (type === 'layout-shift') seen.shift += Number(Reflect.get(entry, 'value'));
          else seen.largest = entry.startTime;
        }
      }).observe({ type, buffered: true });
    }
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => ({
    ...(Reflect.get(window, 'seenLoad') as { largest: number; shift: number; tasks: number[] }),
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }));
  const known = await Promise.all(sizes);
  const sum = (list: typeof known) => list.reduce((total, [, bytes]) => total + bytes, 0) / 1000;
  return { first: seen.first, largest: seen.largest, shift: seen.shift, blocked: seen.tasks.reduce((total, task) => total + Math.max(0, task - 50), 0), script: sum(known.filter(([script]) => script)), all: sum(known) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function run(url: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const request = await requests.newContext({ baseURL: url });
  const cases = await openCases(request);
  const rows: Record<string, Record<string, string>> = {};
  const wrong: string[] = [];
  for (const [name, address] of [['landing', '/'], ['case', `/cases/${cases.certain}`], ['my cases', '/cases'], ['compare', `/compare?a=${cases.healthy}&b=${cases.closed}`], ['causes', '/causes'], ['cause', '/causes/rootfs-path-relative']] as const) {
    for (const width of [390, 1440]) {
      const loads: Load[] = [];
      let violations = 0;
      for (let round = 0; round < rounds; round++) {
        const context = await browser.newContext({ viewport: { width, height: 900 } });
        const page = await context.newPage();
        loads.push(await load(page, `${url}${address}`));
        if (round === 0) violations = (await new AxeBuilder({ page }).analyze()).violations.length;
        await context.close();
      }
      const of = (key: keyof Load, digits = 0) => median(loads.map((one) => one[key])).toFixed(digits);
      rows[`${name} ${width}`] = { 'first paint, ms': of('first'), 'largest paint, ms': of('largest'), 'layout shift': of('shift', 4), 'blocked, ms': of('blocked'), 'JavaScript, KB': of('script', 1), 'all, KB': of('all', 1), 'found by axe': String(violations) };
      if (Number(of('shift', 4)) >= most.shift || Number(of('script', 1)) > most.script || violations > 0) wrong.push(`${name} ${width}`);
    }
  }
  console.table(rows);
  if (wrong.length > 0) {
    console.error(`Beyond a limit (${JSON.stringify(most)}, nothing found by axe): ${wrong.join(', ')}`);
    process.exitCode = 1;
  }
  await request.dispose();
  await browser.close();
}

if (process.env.BASE_URL) await run(process.env.BASE_URL);
else await withServer(run);
