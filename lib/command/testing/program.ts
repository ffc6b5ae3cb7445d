import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildProgram } from '../../../scripts/build-cli.mjs';

/** How a run of the program ended. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** The program as it is packed, in a folder of its own. */
export interface BuiltProgram {
  readonly file: string;
  /** A folder with the files given, where the program runs. */
  folderWith(files: Readonly<Record<string, string | Uint8Array>>): string;
  run(args: readonly string[], options?: { readonly cwd?: string; readonly input?: string; readonly env?: Readonly<Record<string, string>> }): Promise<Ended>;
}

/** Builds the program into a temporary folder. */
export async function builtProgram(): Promise<BuiltProgram> {
  const home = mkdtempSync(path.join(tmpdir(), 'userns-doctor-program-'));
  const folder = path.join(home, 'cli');
  await buildProgram(folder);
  const file = path.join(folder, 'userns-doctor.cjs');
  return {
    file,
    folderWith(files) {
      const made = mkdtempSync(path.join(home, 'work-'));
      for (const [name, content] of Object.entries(files)) writeFileSync(path.join(made, name), content);
      return made;
    },
    run: (args, { cwd = home, input, env = {} } = {}) =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [file, ...args], { cwd, env: { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', ...env } as unknown as NodeJS.ProcessEnv });
        let out = '';
        let err = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
        child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
        child.stdin.end(input ?? '');
        child.once('close', (status) => resolve({ status, out, err }));
      }),
  };
}
