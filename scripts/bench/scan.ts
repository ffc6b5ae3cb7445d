// npm run bench:scan [-- --megabytes 20,200]: the scan of a log as a whole process against ripgrep with the same phrases, and warm in one
// process against every pattern on every line. Prints figures and ratios, judges none: machines are noisy.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { messageRows } from '../../lib/diagnosis/messages';
import { messagePhrases } from '../../lib/diagnosis/messages/match';
import { compileTemplate } from '../../lib/diagnosis/messages/template';
import { Excerpt } from '../../lib/excerpt/excerpt';
import { makeLog } from './make-log';

const rounds = 5;
const given = process.argv.indexOf('--megabytes');
const sizes = (given < 0 ? '20,200' : (process.argv[given + 1] ?? '')).split(',').map(Number);
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const milliseconds = (work: () => void) => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

const folder = mkdtempSync(path.join(tmpdir(), 'bench-scan-'));
try {
  const program = path.join(folder, 'scan.mjs');
  await build({ entryPoints: [path.join(import.meta.dirname, 'scan-file.ts')], bundle: true, platform: 'node', format: 'esm', outfile: program, logLevel: 'error' });
  const phrases = path.join(folder, 'phrases');
  writeFileSync(phrases, `${messagePhrases.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\n')}\n`);
  for (const megabytes of sizes) {
    const log = path.join(folder, `${megabytes}.log`);
    await makeLog(log, megabytes * 1e6);
    const commands: Readonly<Record<string, readonly string[]>> = { scan: [process.execPath, program, log], 'rg -c -i -f': ['rg', '-c', '-i', '-f', phrases, log] };
    const times: Record<string, number[]> = {};
    for (let round = 0; round < rounds; round++) {
      for (const [name, [command = '', ...args]] of Object.entries(commands)) {
        const took = milliseconds(() => {
          const { error, stdout } = spawnSync(command, args, { encoding: 'utf8' });
          if (error && round === 0) console.log(`${command} is missing (Debian: apt-get install ripgrep); it is left out`);
          else if (round === 0) console.log(`${name}: ${stdout.trim()}`);
        });
        (times[name] ??= []).push(took);
      }
    }
    const [ours, theirs] = [median(times['scan'] ?? []), median(times['rg -c -i -f'] ?? [])];
    console.log(`${megabytes} MB, whole process, median of ${rounds}: scan ${ours.toFixed(0)} ms, rg ${theirs.toFixed(0)} ms, ratio ${(ours / theirs).toFixed(2)} (goal ${megabytes >= 1000 ? '0.8' : '1.0'})`);
  }
  warm(readFileSync(path.join(folder, `${sizes[0]}.log`)));
} finally {
  rmSync(folder, { recursive: true });
}

/** The same bytes again and again in one process, and a part of them by every pattern on every line. */
function warm(bytes: Uint8Array): void {
  const scan = () => {
    const excerpt = new Excerpt();
    excerpt.add(bytes);
    excerpt.end();
  };
  scan();
  const part = bytes.subarray(0, Math.min(bytes.length, 500_000));
  const patterns = messageRows.flatMap((row) => [row.prints].flat().map((template) => compileTemplate(template, 'errnos' in row ? row.errnos : undefined).pattern));
  const naive = () => {
    for (const line of new TextDecoder().decode(part).split('\n')) for (const pattern of patterns) pattern.exec(line);
  };
  const [ours, theirs] = [[], []] as [number[], number[]];
  for (let round = 0; round < rounds; round++) {
    ours.push(milliseconds(scan));
    if (round < 3) theirs.push(milliseconds(naive));
  }
  const [speed, slow] = [bytes.length / 1e3 / median(ours), part.length / 1e3 / median(theirs)];
  console.log(`warm: ${speed.toFixed(0)} MB/s (goal 450), every pattern on every line ${slow.toFixed(2)} MB/s, ratio ${(speed / slow).toFixed(0)} (goal 30)`);
}
