// npm run instances -- [--seconds N] [--instances N] [--every N]: three instances and nginx on one PostgreSQL, on loopback
// (Debian's programs). Every N seconds (20) one instance is killed and another one restarted, under load. Ends with status
// 1 where a case was lost or opened twice, a limit was passed, or a case was erased twice.
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { build, migrateData } from './prepare.mjs';
import { countLost, startClients } from './instances/clients.mjs';
import { instanceOn } from './instances/instance.mjs';
import { startNginx } from './instances/nginx.mjs';
import { freePort } from './server.mjs';
import { execute, startPostgres } from './temporary-postgres.mjs';

const option = (name, usual) => Number(process.argv[process.argv.indexOf(`--${name}`) + 1]) || usual;
const [seconds, count, every] = [option('seconds', 300), option('instances', 3), option('every', 20)];
const limit = 30;
const sweepSeconds = 5;

await build();
const database = await startPostgres({ durable: true });
const run = { erased: 0, sweeps: 0, kills: 0, restarts: 0 };
const expired = new Set();
const env = { DATABASE_URL: database.address, TRUSTED_PROXIES: '127.0.0.1', CREATE_PER_HOUR: String(limit), SWEEP_SECONDS: String(sweepSeconds), LOG_LEVEL: 'info' };

function told(text) {
  if (!text.includes('"swept"')) return;
  run.sweeps += 1;
  run.erased += JSON.parse(text).erased;
}

/** Kills one and restarts another, in turn, for as long as there is load. */
async function disturb(instances, until) {
  const began = performance.now();
  // By the clock: a start that takes long on a busy machine does not delay the next turn.
  for (let turn = 0; began + (turn + 1) * every * 1000 < until; turn++) {
    await pause(began + (turn + 1) * every * 1000 - performance.now());
    const [killed, restarted] = [instances[turn % instances.length], instances[(turn + 1) % instances.length]];
    await killed.end('SIGKILL');
    run.kills += 1;
    await killed.start();
    await restarted.end('SIGTERM');
    run.restarts += 1;
    await restarted.start();
  }
}

/** Lets a case in ten expire, as if its time had come. */
async function expire(stored, until) {
  while (performance.now() < until) {
    await pause(1000);
    const due = [...stored.keys()].filter((id, index) => index % 10 === 0 && !expired.has(id)).slice(0, 50);
    if (due.length === 0) continue;
    await execute(database.folder, `UPDATE "Case" SET "expiresAt" = "createdAt" WHERE "id" IN (${due.map((id) => `'${id}'`).join(', ')})`, 'cases');
    for (const id of due) expired.add(id);
  }
}

const query = async (sql) => Number((await execute(database.folder, sql, 'cases'))[0].count);
let faults = ['it was not brought to its end'];
let nginx;
const instances = [];
try {
  await migrateData(undefined, database.address);
  const ports = [];
  for (let number = 0; number <= count; number++) ports.push(await freePort());
  const [front, ...behind] = ports;
  instances.push(...behind.map((port) => instanceOn(port, env, told)));
  for (const instance of instances) await instance.start();
  nginx = startNginx(front, behind);
  await pause(500);
  const url = `http://127.0.0.1:${front}`;
  console.log(`${count} instances behind nginx, ${seconds} s, every ${every} s one killed and one restarted; load of the machine before: ${loadavg()[0].toFixed(1)}`);

  const sweeps = 'SELECT "runs" AS count FROM "Job" WHERE "name" = \'sweep\'';
  const begunBefore = await query(sweeps);
  const began = performance.now();
  const until = began + seconds * 1000;
  const { seen, ended } = startClients(url, { honest: 8, greedy: 3, perAddress: limit, until });
  await Promise.all([ended, disturb(instances, until), expire(seen.stored, until)]);
  // The sweep of an instance that was killed is taken over after a minute.
  const open = `SELECT count(*) AS count FROM "Case" WHERE "deletedAt" IS NULL AND "expiresAt" <= now() AT TIME ZONE 'UTC'`;
  for (let tries = 0; tries < 90 && (await query(open)) > 0; tries++) await pause(1000);

  const lost = await countLost(url, seen.stored, expired);
  const [twice, unswept, erased, runs] = [
    await query('SELECT count(*) AS count FROM "Case" c WHERE c."deletedAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "Creation" k WHERE k."caseId" = c."id")'),
    await query(open),
    await query('SELECT count(*) AS count FROM "Case" WHERE "deletedAt" IS NOT NULL'),
    (await query(sweeps)) - begunBefore,
  ];
  const lasted = (performance.now() - began) / 1000;
  const sorted = seen.milliseconds.sort((one, other) => one - other);
  const figures = {
    ...run, sweepsBegun: runs, answers: seen.answers, stored: seen.stored.size, lost, withoutKey: twice, unfinished: seen.unfinished, greedyCreated: seen.greedy, limit, expired: expired.size, erasedInDatabase: erased, unswept,
    createMilliseconds: { p50: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0), p99: Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0) },
  };
  console.log(JSON.stringify(figures, undefined, 2));
  faults = [
    ...(seen.stored.size === 0 || run.kills === 0 ? ['nothing was stored, or nobody was killed'] : []),
    ...(lost > 0 ? [`${lost} cases were lost`] : []),
    ...(twice > 0 ? [`${twice} cases were opened by no request`] : []),
    ...(seen.unfinished > 0 ? [`${seen.unfinished} requests were never answered with a case`] : []),
    ...(seen.greedy > limit ? [`a client opened ${seen.greedy} cases of ${limit}`] : []),
    ...(run.erased > erased ? [`${run.erased} cases were told to be erased, ${erased} were`] : []),
    ...(unswept > 0 ? [`${unswept} expired cases were not erased`] : []),
    ...(runs > lasted / sweepSeconds + run.kills + 1 ? [`${runs} sweeps in ${lasted.toFixed(0)} s`] : []),
  ];
} catch (error) {
  console.error(error);
} finally {
  await nginx?.stop();
  for (const instance of instances) await instance.end('SIGKILL');
  database.stop();
}
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
