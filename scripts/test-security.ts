// npm run test:security: carries out every attack of e2e/security/items and prints what became of it. Ends with status 1
// where one succeeded, or where an item of P0 or P1 is open. All of its tests are part of npm test, too.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { securityItems } from '../e2e/security/items';
import { playwrightResults, resultOf, vitestResults, type Ran } from '../e2e/security/results';
import { findBrowser } from './browser.mjs';
import { withServer } from './server.mjs';
import { installTools } from './tools.mjs';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name: string) => path.join(root, 'node_modules/.bin', name);
const named = [...new Set(securityItems.flatMap(({ tests }) => tests.map(([file]) => file)))];

function run(program: string, args: readonly string[], output: string, environment: Readonly<Record<string, string>> = {}): unknown {
  const file = path.join(root, output);
  rmSync(file, { force: true });
  spawnSync(bin(program), args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
  return JSON.parse(readFileSync(file, 'utf8')) as unknown;
}

function unit(): Ran[] {
  const files = named.filter((file) => file.endsWith('.test.ts'));
  const output = 'test-results/security-unit.json';
  return vitestResults(run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile=${output}`, ...files], output), root);
}

async function browser(): Promise<Ran[]> {
  const files = named.filter((file) => file.endsWith('.spec.ts'));
  const found = await findBrowser();
  return withServer((url: string, data: string) =>
    playwrightResults(run('playwright', ['test', ...files], 'test-results/e2e.json', { BASE_URL: url, DATA_DIR: data, CHROMIUM_PATH: found })),
  );
}

installTools();
const ran = [...unit(), ...(await browser())];
const rows = securityItems.map((item) => ({ item, result: resultOf(item, ran) }));
const wide = Math.max(...securityItems.map(({ attack }) => attack.length));
for (const { item, result } of rows) console.log(`${String(item.number).padStart(3)}  ${item.priority}  ${item.attack.padEnd(wide)}  ${result.is}${result.why === '' ? '' : `: ${result.why}`}`);
for (const priority of ['P0', 'P1', 'P2'] as const) {
  const count = (is: string) => rows.filter(({ item, result }) => item.priority === priority && result.is === is).length;
  console.log(`${priority}: ${count('withstood')} withstood, ${count('waived')} waived, ${count('open')} open, ${count('FAILED')} failed`);
}
const bad = rows.filter(({ item, result }) => result.is === 'FAILED' || (result.is === 'open' && item.priority !== 'P2'));
process.exit(bad.length > 0 ? 1 : 0);
