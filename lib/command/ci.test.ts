import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { causeExamples } from '../examples/causes';
import { buildProgram } from '../../scripts/build-cli.mjs';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly { readonly id?: string; readonly run: string; readonly shell: string; readonly env?: Readonly<Record<string, string>> }[] };
}

const action = parse(readFileSync('action.yml', 'utf8')) as Action;
const { bad, good } = causeExamples['rootfs-path-relative'];
let home = '';
/** A checkout as the action sees it: the launcher, and the bundle. */
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'userns-doctor-action-'));
  await buildProgram(path.join(home, 'dist/cli'));
  mkdirSync(path.join(home, 'scripts'));
  cpSync('scripts/userns-doctor.cjs', path.join(home, 'scripts/userns-doctor.cjs'));
  writeFileSync(path.join(home, 'bad.json'), bad['config.json'] ?? '');
  writeFileSync(path.join(home, 'a good; touch hacked.json'), good['config.json'] ?? '');
  writeFileSync(path.join(home, 'facts.txt'), '$ runc --version\nrunc version 1.2.4\n');
});

/** Runs the step of the action as a runner does: inputs put into its variables, its script given to bash -eo pipefail. */
function check(inputs: Readonly<Record<string, string>>) {
  const step = action.runs.steps.find(({ id }) => id === 'check');
  const given = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? '';
  const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, value]) => [name, value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, input: string) => given(input))]));
  const output = path.join(home, 'output');
  writeFileSync(output, '');
  const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''], {
    cwd: home, encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: home, RUNNER_TEMP: home, GITHUB_ACTION_PATH: home, GITHUB_OUTPUT: output, ...env } as unknown as NodeJS.ProcessEnv,
  });
  return { status, stderr, outputs: Object.fromEntries(readFileSync(output, 'utf8').trim().split('\n').map((line) => line.split('='))) as Record<string, string> };
}

test('the action checks a path a line, and hands on SARIF and the status', () => {
  const ran = check({ configs: 'bad.json\na good; touch hacked.json\n', host: 'facts.txt' });
  expect(ran).toMatchObject({ status: 1, stderr: '', outputs: { status: '1' } });
  const { runs } = JSON.parse(readFileSync(ran.outputs.sarif ?? '', 'utf8')) as { runs: { artifacts: unknown[] }[] };
  expect(runs[0]?.artifacts).toHaveLength(3);
  expect(check({ configs: 'a good; touch hacked.json' })).toMatchObject({ status: 0, outputs: { status: '0' } });
});

test('what is open passes, unless it is asked for', () => {
  expect(check({ configs: 'bad.json', 'fail-on': 'certain' })).toMatchObject({ status: 0, outputs: { status: '2' } });
  expect(check({ configs: 'bad.json', 'fail-on': 'certain', 'fail-open': 'true' })).toMatchObject({ status: 2 });
});

test('a file that is not there fails, and hands on no SARIF', () => {
  const ran = check({ configs: 'none.json' });
  expect(ran).toMatchObject({ status: 66, outputs: { status: '66' } });
  expect(ran.outputs.sarif).toBeUndefined();
});

test('no input is spliced into a script, and each output is one that a step sets', () => {
  expect(action.runs.using).toBe('composite');
  expect(action.runs.steps.filter(({ run }) => run.includes('${{'))).toEqual([]);
  const set = [...(action.runs.steps[1]?.run ?? '').matchAll(/echo "(\w+)=/g)].map(([, name]) => name);
  expect(Object.keys(action.outputs).toSorted()).toEqual(set.toSorted());
});

test('the hook of pre-commit calls the bin of the package on configs alone', () => {
  const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as [{ entry: string; language: string; files: string }];
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string> };
  const [program = '', ...args] = hook.entry.split(' ');
  expect(hook.language).toBe('node');
  expect(['config.json', 'a/b/config.json', 'myconfig.json', 'config.json5'].map((name) => new RegExp(hook.files).test(name))).toEqual([true, true, false, false]);
  const { status, stdout } = spawnSync(process.execPath, [path.join(home, bin[program] ?? 'none'), ...args, 'bad.json'], { cwd: home, encoding: 'utf8' });
  expect([status, stdout.split('\n')[0]]).toEqual([1, '== bad.json']);
});
