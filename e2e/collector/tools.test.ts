import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect, collector, shellsHere } from './run-collector';
import { canary, makeBundle } from './sample-bundle';

let home = '';
beforeAll(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'tools-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Everything that the script calls besides the shell itself. */
const tools = [
  'awk', 'cat', 'date', 'dmesg', 'find', 'findmnt', 'getcap', 'grep', 'head', 'id', 'ls', 'namei', 'sed', 'sleep', 'sort', 'stat', 'tail', 'timeout', 'tr', 'uname', 'runc', 'crun',
];

const whereIs = (program: string) => spawnSync('sh', ['-c', 'PATH=$PATH:/usr/sbin:/sbin; command -v -- "$1"', 'sh', program], { encoding: 'utf8' }).stdout.trim();

/** A folder with links to these tools; its name keeps the script from adding the folders of the system. */
function only(name: string, wanted: readonly string[]): string {
  const folder = path.join(home, name, 'sbin');
  mkdirSync(folder, { recursive: true });
  for (const tool of ['sh', ...wanted]) if (whereIs(tool).startsWith('/')) symlinkSync(whereIs(tool), path.join(folder, tool));
  return folder;
}

describe('with a tool missing', () => {
  test.each(tools)('%s', (missing) => {
    const PATH = only(`without-${missing}`, tools.filter((tool) => tool !== missing));
    const folder = makeBundle(home, 'bundle');
    const { status, text = '', stderr } = collect(['--bundle', folder, '--', 'sh', '-c', 'echo ran'], { shell: [whereIs('dash') || 'sh'], env: { ...process.env, PATH } });
    expect([status, stderr]).toEqual([0, '']);
    // Without awk nothing can be hidden, so neither an output nor a config is taken.
    if (missing !== 'awk') expect(text).toContain('\nran\n');
    expect(text).not.toContain(canary);
    if (missing !== 'cat' && missing !== 'awk') expect(text).toContain('hostID');
    if (missing === 'awk') expect(text).not.toContain('hostID');
  });
});

describe('a program that hangs', () => {
  test.each([['with timeout', tools], ['without', tools.filter((tool) => tool !== 'timeout')]])('%s', (name, wanted) => {
    const PATH = only(`hanging ${name}`, wanted);
    writeFileSync(path.join(PATH, 'docker'), '#!/bin/sh\nexec sleep 300\n');
    chmodSync(path.join(PATH, 'docker'), 0o755);
    const began = performance.now();
    const { status, stdout } = collect(['--docker', 'web'], { env: { ...process.env, PATH } });
    expect(status).toBe(0);
    expect(stdout).toContain('docker did not answer');
    expect(performance.now() - began).toBeLessThan(40_000);
  });
});

test('a script that is cut does nothing', () => {
  const whole = readFileSync(collector);
  const folder = makeBundle(home, 'cut');
  const cuts = [...Array.from({ length: 40 }, (_, index) => Math.floor((whole.length * index) / 40)), ...Array.from({ length: 30 }, (_, index) => whole.length - 30 + index)];
  for (const [shellName = 'sh', ...rest] of shellsHere()) {
    const here = mkdtempSync(path.join(home, 'here-'));
    // All but the last line break may not do anything.
    for (const cut of cuts.filter((length) => length < whole.length - 1)) {
      const script = path.join(home, 'cut.sh');
      writeFileSync(script, whole.subarray(0, cut));
      spawnSync(shellName, [...rest, script, '--bundle', folder, '--', 'touch', path.join(here, 'ran')], { cwd: here });
    }
    expect(readdirSync(here)).toEqual([]);
  }
}, 120_000);

test('the script passes ShellCheck', ({ skip }) => {
  if (!existsSync(whereIs('shellcheck'))) {
    expect(process.env.CI, 'shellcheck is to be installed here').toBeFalsy();
    skip('shellcheck is not installed');
  }
  expect(spawnSync('shellcheck', [collector], { encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '' });
});

test('the shells that the script is written for are here', ({ skip }) => {
  const here = shellsHere().map(([name]) => name);
  const missing = ['dash', 'busybox', 'bash', 'zsh'].filter((name) => !here.includes(name));
  if (missing.length === 0) return;
  expect(process.env.CI, `${missing.join(', ')} are to be installed here`).toBeFalsy();
  skip(`not installed: ${missing.join(', ')}`);
});
