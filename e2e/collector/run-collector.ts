import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The script under test. */
export const collector = path.resolve(import.meta.dirname, '../../public/collect.sh');

/** What a run of the collector left. */
export interface Collected {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The text of the bundle; undefined where none was written. */
  readonly text: string | undefined;
  readonly file: string;
}

interface Way {
  /** The shell and its arguments, e.g. `['busybox', 'sh']`. */
  readonly shell?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** The user and group to run as. */
  readonly uid?: number;
  readonly input?: string;
  /** Where the bundle goes; a folder that this user may write to. */
  readonly into?: string;
}

/** Runs the collector; the bundle is read and stays until the folder `into` is removed. */
export function collect(args: readonly string[], way: Way = {}): Collected {
  const { shell = ['sh'], env = process.env, cwd, uid, input = '', into = mkdtempSync(path.join(os.tmpdir(), 'collected-')) } = way;
  const [program = 'sh', ...before] = shell;
  const file = path.join(into, 'bundle.txt');
  const { status, stdout, stderr } = spawnSync(program, [...before, collector, '-o', file, ...args], {
    encoding: 'utf8',
    input,
    env,
    timeout: 60_000,
    ...(cwd === undefined ? {} : { cwd }),
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (way.into === undefined) rmSync(into, { recursive: true, force: true });
  return { status, stdout, stderr, text, file };
}

/** The shells that are here, of those the script is written for. */
export function shellsHere(): readonly (readonly string[])[] {
  const wanted = [['dash'], ['busybox', 'sh'], ['bash'], ['zsh']];
  return wanted.filter(([program = '']) => spawnSync('sh', ['-c', 'command -v -- "$1"', 'sh', program]).status === 0);
}
