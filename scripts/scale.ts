// npm run scale -- [--times N] [--seconds N] [--uploads N] [--cases N] [--seed N]: what a case costs on PostgreSQL in processors, bytes and
// statements, as the mean of N times (100); a day of 1,000 uploads a minute shrunk to N seconds (120) and N uploads (600); and how the store grows to N
// cases (200,000). docs/scale.md says what follows of it. Debian's PostgreSQL with pg_stat_statements.
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from './prepare.mjs';
import { clientOf, uploads } from './scale/client';
import { dayOf, type Act, type Kind } from './scale/day';
import { bytesPerCase, fill, pagesTouched, type Average } from './scale/growth';
import { meterOf } from './scale/meter';
import { startServer } from './server.mjs';
import { execute, startPostgres } from './temporary-postgres.mjs';

const option = (name: string, usual: number) => Number(process.argv[process.argv.indexOf(`--${name}`) + 1]) || usual;
const [times, seconds, count, cases, seed] = [option('times', 100), option('seconds', 120), option('uploads', 600), option('cases', 200_000), option('seed', 1)];
const noLimits = Object.fromEntries(['CREATE_PER_HOUR', 'DIAGNOSE_PER_HOUR', 'READ_PER_10_MINUTES', 'MANAGE_PER_10_MINUTES', 'STORED_KIBIBYTES_PER_DAY'].map((name) => [name, '100000000']));
/** Uploads of the measuring have numbers of their own, beyond those of the day. */
let next = 1_000_000;
type Client = ReturnType<typeof clientOf>;

/** What one of each costs, one after another on a server that is warm. */
async function measure(client: Client, meter: ReturnType<typeof meterOf>): Promise<void> {
  const kinds: readonly (readonly [kind: Kind, times: number])[] = [['paste', times], ['bundle', times], ['log', Math.ceil(times / 5)]];
  for (const [kind] of kinds) for (let one = 0; one < 20; one++) await client.does('diagnose', one, kind);
  console.log('\n| what | ms of processors, server | ms, PostgreSQL | statements | KiB stored | KiB of write-ahead log |\n|---|---|---|---|---|---|');
  const tell = async (what: string, often: number, act: Act, kind: Kind, from: number) => {
    const used = await meter.during(async () => {
      for (let one = 0; one < often; one++) await client.does(act, from + one, kind);
    });
    const each = (value: number, digits = 1) => (value / often).toFixed(digits);
    console.log(`| ${what} | ${each(used.serverSeconds * 1000)} | ${each(used.databaseSeconds * 1000)} | ${each(used.statements)} | ${each(used.storedBytes / 1024)} | ${each(used.walBytes / 1024)} |`);
  };
  for (const [kind, often] of kinds) {
    const from = (next += 1000);
    await tell(`${kind}: diagnosed`, often, 'diagnose', kind, from);
    await tell(`${kind}: stored as a case`, often, 'create', kind, from);
    await tell(`${kind}: read, whole`, often, 'read', kind, from);
    await tell(`${kind}: one document`, often, 'document', kind, from);
    await tell(`${kind}: second attempt`, often, 'attempt', kind, from);
    await tell(`${kind}: deleted`, often, 'delete', kind, from);
  }
}

/** Replays the day: each happens at its time, whether or not the ones before are answered. */
async function replay(client: Client, meter: ReturnType<typeof meterOf>): Promise<void> {
  const day = dayOf({ seed, uploads: count, seconds });
  const answers: Record<string, number> = {};
  const waited = new Map<Act, number[]>();
  const begin = performance.now();
  const used = await meter.during(async () => {
    const pending: Promise<void>[] = [];
    for (const { at, act, upload, kind } of day) {
      const early = begin + at - performance.now();
      if (early > 1) await pause(early);
      pending.push(
        client.does(act, upload, kind).then((status) => {
          answers[`${act} ${status ?? 'not open yet'}`] = (answers[`${act} ${status ?? 'not open yet'}`] ?? 0) + 1;
          waited.set(act, [...(waited.get(act) ?? []), performance.now() - begin - at]);
        }),
      );
    }
    await Promise.all(pending);
  });
  console.log(`\nA day of ${count} uploads and ${day.length} requests in ${seconds} s (seed ${seed}); load of the machine ${loadavg()[0]?.toFixed(1)}:`);
  console.log(answers);
  for (const [act, list] of waited) {
    const sorted = list.toSorted((a, b) => a - b);
    console.log(`${act}: ${[0.5, 0.95, 0.99].map((share) => `p${share * 100} ${Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)} ms`).join(', ')}`);
  }
  const uploadsEach = (value: number, unit: string) => `${(value / count).toFixed(1)} ${unit}`;
  console.log(`An upload with all that follows it: ${uploadsEach(used.serverSeconds * 1000, 'ms of processors, server')}, ${uploadsEach(used.databaseSeconds * 1000, 'ms, PostgreSQL')}, ${uploadsEach(used.statements, 'statements')}, ${uploadsEach(used.storedBytes / 1024, 'KiB stored')}, ${uploadsEach(used.walBytes / 1024, 'KiB of write-ahead log')}`);
}

/** How a growing store answers, in pages: milliseconds of a busy machine would say less. */
async function grow(folder: string): Promise<void> {
  const [row] = await execute(folder, 'SELECT (SELECT avg(octet_length("report")) FROM "Attempt") AS report, (SELECT avg(octet_length("content")) FROM "StoredDocument") AS content, (SELECT count(*) FROM "StoredDocument")::float / (SELECT count(*) FROM "Attempt") AS documents', 'cases') as Record<keyof Average, string>[];
  const average: Average = { report: Math.round(Number(row?.report)), content: Math.round(Number(row?.content)), documents: Math.max(1, Math.round(Number(row?.documents))) };
  console.log(`\nFilled with cases of a report of ${average.report} bytes and ${average.documents} documents of ${average.content}. Pages of 8 KiB that are touched:`);
  let filled = 0;
  for (const step of [cases / 100, cases / 10, cases]) {
    const began = performance.now();
    await fill(folder, filled + 1, step, average);
    filled = step;
    console.log(`${step} cases (filled in ${((performance.now() - began) / 1000).toFixed(0)} s):`, await pagesTouched(folder));
  }
  console.log('Bytes of each table and index for one case:', await bytesPerCase(folder, cases));
}

await build();
const database = await startPostgres({ durable: true, settings: ['shared_preload_libraries=pg_stat_statements'] });
try {
  const server = await startServer({ env: { DATABASE_URL: database.address, TRUSTED_PROXIES: '127.0.0.1', ...noLimits } });
  try {
    await execute(database.folder, 'CREATE EXTENSION pg_stat_statements', 'cases');
    const client = clientOf(server.url, await uploads());
    const meter = meterOf(database.folder, server.pid ?? 0);
    await measure(client, meter);
    await replay(client, meter);
  } finally {
    await server.stop();
  }
  await grow(database.folder);
} finally {
  database.stop();
}
