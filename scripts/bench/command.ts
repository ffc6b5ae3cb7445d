// npm run bench:command: the built command line from its start to its answer, once its code is kept, against `node -e 0`, by the processor's time.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildProgram } from '../build-cli.mjs';
import { median, rounds, tell } from './compare';
import { makeLog } from './make-log';

const folder = mkdtempSync(path.join(tmpdir(), 'bench-command-'));
const env = { ...process.env, XDG_CACHE_HOME: path.join(folder, 'cache') };

/** The processor's time of a program of Node from start to end in milliseconds, as the shell tells it of its children. */
function processorTime(...args: readonly string[]): number {
  const { stdout } = spawnSync('sh', ['-c', '"$@" >/dev/null 2>&1; times', 'sh', process.execPath, ...args], { encoding: 'utf8', env });
  const [user = 0, system = 0] = [...(stdout.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => (Number(minutes) * 60 + Number(seconds)) * 1000);
  return user + system;
}

try {
  await buildProgram(path.join(folder, 'cli'));
  const [program, line, log] = ['cli/userns-doctor.cjs', 'line.log', 'megabyte.log'].map((name) => path.join(folder, name)) as [string, string, string];
  writeFileSync(line, 'runc run failed: user namespaces enabled, but no uid mappings found\n');
  await makeLog(log, 1e6);
  const sides = { node: ['-e', '0'], line: [program, line], log: [program, log] };
  const took: Record<keyof typeof sides, number[]> = { node: [], line: [], log: [] };
  processorTime(...sides.log);
  for (let round = 0; round < rounds; round++) for (const [name, args] of Object.entries(sides)) took[name as keyof typeof sides].push(processorTime(...args));
  const [node, ofLine, ofLog] = [took.node, took.line, took.log].map(median) as [number, number, number];
  console.log(`node -e 0 ${node.toFixed(0)} ms, one line ${ofLine.toFixed(0)} ms, 1 MB ${ofLog.toFixed(0)} ms`);
  tell('the command line on one line', 'node -e 0', ofLine / node, { most: 2.5 });
  tell('the command line on a log of 1 MB', 'node -e 0', ofLog / node, { most: 2.5 });
} finally {
  rmSync(folder, { recursive: true });
}
