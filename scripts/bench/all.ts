// npm run bench [-- --write]: every part in turn; --write puts what was reached into docs/performance.md, as ratios.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { printed, type Row } from './compare';

const parts = ['scan', 'command', 'config', 'store', 'upload', 'pages', 'browser'];
const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
const file = path.join(folder, 'rows');
const [load = 0] = loadavg();
console.log(`${cpus()[0]?.model ?? ''}, ${availableParallelism()} cores, Node ${process.version}; load before ${load.toFixed(1)}`);
for (const part of parts) {
  console.log(`\n# ${part}`);
  spawnSync(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, `${part}.ts`), ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, BENCH_ROWS: file } });
}
const rows = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Row & { unit: string }) : [];
rmSync(folder, { recursive: true });
if (process.argv.includes('--write') && rows.length > 0) {
  const target = path.resolve(import.meta.dirname, '../../docs/performance.md');
  const table = rows.map(({ what, against, ratio, goal, unit, reached }) => `| ${what} | ${printed(ratio)} ${unit} ${against} | ${goal} | ${reached ? 'yes' : '**no**'} |`);
  const machine = `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores (${cpus()[0]?.model ?? ''}), Node ${process.version}, load of the machine before ${load.toFixed(1)}`;
  const text = readFileSync(target, 'utf8');
  const [before = '', after = ''] = text.split(/<!-- figures -->[\s\S]*<!-- end of figures -->/);
  writeFileSync(target, `${before}<!-- figures -->\n${machine}:\n\n| what | reached | goal | |\n|---|---|---|---|\n${table.join('\n')}\n<!-- end of figures -->${after}`);
}
