// npm run bench:pages: the page of a case against a minimal page of Next: requests a second at 16 connections, JavaScript, and HTML whatever the log.
import { Agent, get } from 'node:http';
import { gzipSync } from 'node:zlib';
import { withoutRates } from '../../e2e/load/run-load';
import { withServer } from '../server.mjs';
import { median, rounds, tell } from './compare';
import { withMinimalNext } from './minimal-next';

const connections = 16;
const seconds = 2;

/** How many requests a second are answered while so many connections ask without a pause. */
async function requestsASecond(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + seconds * 1000;
  let answered = 0;
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      get(url, { agent }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
        response.resume().once('end', resolve);
      }).once('error', reject);
    });
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        await ask();
        answered++;
      }
    }),
  );
  agent.destroy();
  return answered / seconds;
}

/** Bytes of a page after gzip: its HTML, and the scripts that a modern browser loads with it. */
async function weigh(url: string): Promise<{ readonly html: number; readonly script: number }> {
  const html = await (await fetch(url)).text();
  const tags = html.match(/<script\b[^>]*>/g) ?? [];
  const sources = new Set(tags.filter((tag) => !/nomodule/i.test(tag)).flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? []));
  const scripts = await Promise.all([...sources].map(async (source) => gzipSync(Buffer.from(await (await fetch(new URL(source, url))).arrayBuffer())).length));
  return { html: gzipSync(html).length, script: scripts.reduce((sum, size) => sum + size, 0) };
}

async function storeCase(url: string, log: string): Promise<string> {
  const answer = await fetch(`${url}/api/cases`, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: log });
  if (!answer.ok) throw new Error(`the case was not stored: ${await answer.text()}`);
  return `${url}/cases/${((await answer.json()) as { id: string }).id}`;
}

const failure = 'runc run failed: user namespaces enabled, but no uid mappings found\n';
const record = (index: number) => `time="2026-03-01T10:00:00Z" level=info msg="event published" ns=k8s.io topic=/tasks/exit id=${index}\n`;
/** Of 9 MB: as long as a log may be that is stored whole. */
const large = Array.from({ length: 95_000 }, (_, index) => (index === 50_000 ? failure : record(index))).join('');

await withMinimalNext((minimal) =>
  withServer(async (url: string) => {
    const page = await storeCase(url, failure);
    const targets = { ours: page, minimal };
    for (const one of Object.values(targets)) await requestsASecond(one);
    const speeds: Record<keyof typeof targets, number[]> = { ours: [], minimal: [] };
    for (let round = 0; round < rounds; round++) {
      for (const name of ['ours', 'minimal'] as const) speeds[name].push(await requestsASecond(targets[name]));
    }
    const [ours, theirs] = [median(speeds.ours), median(speeds.minimal)];
    console.log(`${ours.toFixed(0)} requests a second against ${theirs.toFixed(0)}`);
    tell(`case page at ${connections} connections`, 'the requests a second of a minimal page of Next', ours / theirs, { least: 0.7 });
    const [mine, bare] = [await weigh(page), await weigh(minimal)];
    tell('JavaScript of the case page, gzip', 'that of a minimal page of Next', mine.script / bare.script, { most: 1.35 });
    tell('HTML of the case page, gzip', 'in KB', mine.html / 1000, { most: 120 }, 'KB');
    tell('HTML of the page of a case with a log of 9 MB, gzip', 'in KB', (await weigh(await storeCase(url, large))).html / 1000, { most: 120 }, 'KB');
  }, withoutRates),
);
