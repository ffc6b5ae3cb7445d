// npm run bench:scan [-- --megabytes 20,200,1000]: the scan of a log, as a whole process against ripgrep with the same phrases and warm in one process.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { messagePhrases } from '../../lib/diagnosis/messages/match';
import { interleaved, missing, tell } from './compare';
import { makeLog } from './make-log';
import { measureWarm } from './scan-warm';

const given = process.argv.indexOf('--megabytes');
const sizes = (given < 0 ? '20,200' : (process.argv[given + 1] ?? '')).split(',').map(Number);

/** Runs a program to its end and gives what it printed; undefined where it is not there. */
function run(command: string, ...args: readonly string[]): string | undefined {
  const { error, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return error ? undefined : stdout.trim();
}

const folder = mkdtempSync(path.join(tmpdir(), 'bench-scan-'));
try {
  const program = path.join(folder, 'scan.mjs');
  await build({ entryPoints: [path.join(import.meta.dirname, 'scan-file.ts')], bundle: true, platform: 'node', format: 'esm', outfile: program, logLevel: 'error' });
  const phrases = path.join(folder, 'phrases');
  writeFileSync(phrases, `${messagePhrases.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\n')}\n`);
  const hasRipgrep = run('rg', '--version') !== undefined;
  if (!hasRipgrep) missing('ripgrep', 'apt-get install ripgrep');
  for (const megabytes of sizes) {
    const log = path.join(folder, `${megabytes}.log`);
    await makeLog(log, megabytes * 1e6);
    const said = run(process.execPath, program, log) ?? '';
    console.log(`${megabytes} MB: ${said}`);
    if (megabytes >= 1000) tell('peak memory of scanning 1 GB', 'in MiB', Number(/(\d+) MiB/.exec(said)?.[1]), { most: 150 }, 'MiB');
    if (!hasRipgrep) continue;
    const { ours, theirs } = await interleaved({ ours: () => run(process.execPath, program, log), theirs: () => run('rg', '-c', '-i', '-f', phrases, log) });
    console.log(`${megabytes} MB, whole process: ${ours.toFixed(0)} ms, rg ${theirs.toFixed(0)} ms`);
    tell(`scan of ${megabytes} MB, whole process`, 'rg -c -i -f with the same phrases', ours / theirs, { most: megabytes >= 1000 ? 0.8 : 1 });
  }
  await measureWarm(readFileSync(path.join(folder, `${sizes[0]}.log`)));
} finally {
  rmSync(folder, { recursive: true });
}
