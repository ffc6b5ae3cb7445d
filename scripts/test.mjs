// npm test: everything that holds the project, on a machine with nothing but Node.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { manyCases, runLab } from './lab.mjs';
import { generate, install } from './prepare.mjs';
import { withServer } from './server.mjs';
import { postgresPrograms, startPostgres } from './temporary-postgres.mjs';
import { installTools } from './tools.mjs';

const root = path.resolve(import.meta.dirname, '..');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const totals = { passed: 0, failed: 0, skipped: 0 };

async function stage(name, work) {
  if (only && only !== name) return;
  const began = Date.now();
  console.log(`\n== ${name}`);
  let ok = false;
  try {
    ok = await work();
  } catch (error) {
    console.error(error);
  }
  if (!ok) totals.failed += 1;
  console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

function run(command, args, environment = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment } });
  return status === 0;
}

/** Runs beside others: what it prints is shown in one piece when it has ended. */
async function apart(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (printed += text));
  const [status] = await once(child, 'close');
  process.stdout.write(printed);
  return status === 0;
}

const bin = (name) => path.join(root, 'node_modules/.bin', name);

/** Runs a stage whose tests are counted; a stage that ran none has failed. */
function counted(ok, counts) {
  for (const key of Object.keys(totals)) totals[key] += counts[key] ?? 0;
  // Its failed tests are counted already.
  if (!ok && counts.failed > 0) totals.failed -= 1;
  return ok && counts.passed > 0;
}

function unit() {
  const file = path.join(root, 'test-results/unit.json');
  rmSync(file, { force: true });
  const ok = run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile=${file}`]);
  if (!existsSync(file)) return false;
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'));
  return counted(ok, { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests });
}

/** Browser tests against the production build, all or those that are told; `name` names their results. */
async function browser(url, data, name = 'e2e', which = []) {
  const { findBrowser } = await import('./browser.mjs');
  const found = await findBrowser();
  const file = path.join(root, `test-results/${name}.json`);
  rmSync(file, { force: true });
  const ok = run(bin('playwright'), ['test', ...which], { RESULTS: file, BASE_URL: url, DATA_DIR: data, CHROMIUM_PATH: found });
  if (!existsSync(file)) return false;
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return counted(ok, { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped });
}

/** A person's path once more, on a real PostgreSQL; skipped where there is none, but not where CI has root. */
async function onPostgres() {
  installTools();
  if (postgresPrograms() === undefined && !(process.env.CI && process.getuid?.() === 0)) {
    console.log('Skipped: PostgreSQL is not installed (Debian: apt-get install postgresql).');
    totals.skipped += 1;
    return true;
  }
  const { address, stop } = await startPostgres();
  try {
    const which = ['--grep', '@store', '--output', path.join(root, 'test-results/postgres')];
    return await withServer((url, data) => browser(url, data, 'postgres', which), { ...manyCases, DATABASE_URL: address });
  } finally {
    stop();
  }
}

/** A third of the lab, another one each day; skipped where this machine cannot hold it, but not where CI has root. */
function quickLab(url) {
  const file = path.join(root, 'test-results/lab.json');
  rmSync(file, { force: true });
  const status = runLab(['--url', url, '--quick', '--seed', String(Math.floor(Date.now() / 86_400_000)), '--json', file]);
  if (status === 2 && !(process.env.CI && process.getuid?.() === 0)) {
    totals.skipped += 1;
    return true;
  }
  if (!existsSync(file)) return false;
  const trials = JSON.parse(readFileSync(file, 'utf8'));
  const passed = trials.filter(({ right }) => right).length;
  return counted(status === 0, { passed, failed: trials.length - passed, skipped: 0 });
}

try {
  install();
  generate();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (!only || only === 'types' || only === 'lint') run(bin('next'), ['typegen']);
// Each keeps one core busy.
await Promise.all([stage('types', () => apart(bin('tsc'), ['--noEmit'])), stage('lint', () => apart(bin('eslint'), ['--max-warnings', '0', '.']))]);
await stage('unit', () => {
  installTools();
  return unit();
});
if (!only || only === 'e2e' || only === 'lab') {
  try {
    await withServer(async (url, data) => {
      await stage('e2e', () => browser(url, data));
      await stage('lab', () => quickLab(url));
    }, manyCases);
  } catch (error) {
    console.error(error);
    totals.failed += 1;
  }
}
await stage('postgres', onPostgres);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 ? 1 : 0);
