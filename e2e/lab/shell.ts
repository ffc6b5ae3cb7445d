import { spawnSync } from 'node:child_process';

export interface Ended {
  readonly status: number;
  /** What a terminal would show. */
  readonly output: string;
}

/** Runs a program of the machine; `environment` is added to ours. */
export function run(program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}, cwd = '/'): Ended {
  const { status, stdout, stderr, error } = spawnSync(program, [...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...environment },
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status: status ?? 1, output: error ? `${error.message}\n` : `${stdout}${stderr}` };
}

/** The same, where a failure ends the lab. */
export function must(program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}, cwd = '/'): string {
  const { status, output } = run(program, args, environment, cwd);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with status ${status}: ${output.slice(-2000)}`);
  return output;
}

/** A word for a shell. */
export const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
