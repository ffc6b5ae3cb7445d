import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { causeIdsByArea, type CauseArea } from '../lib/diagnosis/cause-ids';
import { newCause } from './new-cause';

const project = path.resolve(import.meta.dirname, '..');
const areas = Object.keys(causeIdsByArea) as CauseArea[];
const idsFile = () => path.join(root, 'lib/diagnosis/cause-ids.ts');
let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'userns-doctor-cause-'));
  cpSync(path.join(project, 'lib'), path.join(root, 'lib'), { recursive: true });
  for (const name of ['tsconfig.json', 'package.json']) cpSync(path.join(project, name), path.join(root, name));
  symlinkSync(path.join(project, 'node_modules'), path.join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a cause in every area, and two in one, compile together', () => {
  const files = [...areas.map((area) => newCause(root, area, `paper-in-${area}`, 'mount')), newCause(root, 'rootfs', 'second-sheet', 'run')].flat();
  const only = { extends: './tsconfig.json', include: [], files: ['lib/diagnosis/diagnose.ts', ...files.map((file) => path.relative(root, file))] };
  writeFileSync(path.join(root, 'only.json'), JSON.stringify(only));
  execFileSync(path.join(project, 'node_modules/.bin/tsc'), ['--noEmit', '--incremental', 'false', '-p', path.join(root, 'only.json')], { encoding: 'utf8' });
  for (const area of areas) expect(readFileSync(idsFile(), 'utf8')).toMatch(new RegExp(`\\n  ${area}: \\[\\n(?:    '[\\w-]+',\\n)+  \\],`));
});

test('the test that was written runs and passes', () => {
  const [, , testFile = ''] = newCause(root, 'kernel', 'paper-in-kernel', 'mount');
  const out = execFileSync(path.join(project, 'node_modules/.bin/vitest'), ['run', '--root', root, path.relative(root, testFile)], { encoding: 'utf8' });
  expect(out).toMatch(/6 passed/);
});

test('where a list does not look as expected, nothing is written', () => {
  const index = path.join(root, 'lib/diagnosis/causes/index.ts');
  writeFileSync(index, 'export const causes = {}');
  const before = readFileSync(idsFile(), 'utf8');
  expect(() => newCause(root, 'kernel', 'paper-in-kernel', 'mount')).toThrow(/does not look as expected/);
  expect(readFileSync(idsFile(), 'utf8')).toBe(before);
  expect(existsSync(path.join(root, 'lib/diagnosis/causes/kernel/paper-in-kernel.ts'))).toBe(false);
});
