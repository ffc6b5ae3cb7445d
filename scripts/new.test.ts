import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newCause } from './new-cause';
import { newMessage } from './new-message';

const project = path.resolve(import.meta.dirname, '..');
let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'userns-doctor-new-'));
  cpSync(path.join(project, 'lib/diagnosis'), path.join(root, 'lib/diagnosis'), { recursive: true });
  cpSync(path.join(project, 'tsconfig.json'), path.join(root, 'tsconfig.json'));
  symlinkSync(path.join(project, 'node_modules'), path.join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a new cause compiles, and is entered in both lists', () => {
  const [file = '', testFile = ''] = newCause(root, 'rootfs', 'rootfs-of-paper', 'mount');
  expect([file, testFile].map((one) => path.relative(root, one))).toEqual(['lib/diagnosis/causes/rootfs/rootfs-of-paper.ts', 'lib/diagnosis/causes/rootfs/rootfs-of-paper.test.ts']);
  writeFileSync(path.join(root, 'only.json'), JSON.stringify({ extends: './tsconfig.json', include: [], files: ['lib/diagnosis/diagnose.ts', path.relative(root, testFile)] }));
  execFileSync(path.join(project, 'node_modules/.bin/tsc'), ['--noEmit', '--incremental', 'false', '-p', path.join(root, 'only.json')], { encoding: 'utf8' });
  expect(readFileSync(path.join(root, 'lib/diagnosis/cause-ids.ts'), 'utf8')).toContain("'rootfs-of-paper'");
});

test.each([
  ['cellar', 'rootfs-of-paper', 'mount', /no area cellar/],
  ['rootfs', 'Paper', 'mount', /small letters/],
  ['rootfs', '../../evil-x', 'mount', /small letters/],
  ['rootfs', 'rootfs-of-paper', 'dance', /no step dance/],
  ['rootfs', 'rootfs-path-relative', 'mount', /a cause already/],
])('%s %s %s is refused', (area, id, step, says) => {
  expect(() => newCause(root, area, id, step)).toThrow(says);
});

test('a new row stands at the end of its table', () => {
  const file = newMessage(root, 'runc', 'mount-refused', 'paper tray {path} is empty: {errno}', 'runc run failed: paper tray /a is empty: operation not permitted');
  expect(readFileSync(file, 'utf8')).toMatch(/paper tray \{path\} is empty[^\n]*\n\]\);\s*$/);
});

test.each([
  ['nobody', 'mount-refused', 'paper {path}', 'paper /a', /no table nobody/],
  ['runc', 'paper-jam', 'paper {path}', 'paper /a', /no symptom paper-jam/],
  ['runc', 'mount-refused', 'paper {path} x', 'scissors', /does not match/],
  ['runc', 'mount-refused', '{path}: {errno}', '/a: operation not permitted', /no word/],
])('%s %s %s is refused', (table, symptom, template, seen, says) => {
  expect(() => newMessage(root, table, symptom, template, seen)).toThrow(says);
});
