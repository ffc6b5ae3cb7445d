import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyPatch } from '../diagnosis/fixes/apply-patch';
import { programsOf } from '../diagnosis/fixes/shell-words';
import type { PatchOperation } from '../diagnosis/report';
import { jqLine } from './jq-line';

const text = '{"a": {"b~c/d": 1}, "list": [{"x": 1}, {"x": 2}], "none": []}\n';
const hasJq = spawnSync('jq', ['--version']).status === 0;

/** What the line makes of the text, in a shell. */
function run(line: string): unknown {
  const folder = mkdtempSync(path.join(tmpdir(), 'jq-line-'));
  try {
    writeFileSync(path.join(folder, 'config.json'), text);
    execFileSync('/bin/sh', ['-c', line], { cwd: folder });
    return JSON.parse(readFileSync(path.join(folder, 'config.mended.json'), 'utf8')) as unknown;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const patches: readonly (readonly [string, readonly PatchOperation[]])[] = [
  ['a member is replaced, whose name is escaped in the pointer', [{ op: 'replace', path: '/a/b~0c~1d', value: 'it\'s $(id) "x"'.replaceAll('"', '') }]],
  ['a member is put in', [{ op: 'add', path: '/a/new', value: { deep: [1, null] } }]],
  ['an element is put at the end', [{ op: 'add', path: '/list/-', value: { x: 3 } }]],
  ['an element is put before the first', [{ op: 'add', path: '/list/0', value: 7 }]],
  ['an element goes', [{ op: 'remove', path: '/list/0' }]],
  ['operations after one another', [{ op: 'remove', path: '/list/0' }, { op: 'replace', path: '/list/0/x', value: 9 }, { op: 'add', path: '/none/-', value: 'y' }]],
];

// Where jq is missing these say so by being skipped.
describe.skipIf(!hasJq)('jq makes of the config what the patch makes of it', () => {
  test.each(patches)('%s', (_, patch) => {
    expect(run(jqLine(text, patch) ?? '')).toEqual(JSON.parse(applyPatch(text, patch) ?? ''));
  });
});

test('values and names are handed over by name and are no part of the program', () => {
  const line = jqLine('{"k\'| input": 1}', [{ op: 'replace', path: "/k'| input", value: "'; rm -rf / #" }]) ?? '';
  const [program] = programsOf(line);
  expect(program?.words).toEqual(['jq', '--argjson', 'at0', '["k\'| input"]', '--argjson', 'value0', '"\'; rm -rf / #"', 'setpath($at0; $value0)', 'config.json', 'config.mended.json']);
  expect(programsOf(line)).toHaveLength(1);
});

test('no line is made of what a shell may read otherwise, nor for what is no JSON', () => {
  expect(jqLine('{"a": 1}', [{ op: 'replace', path: '/a', value: 'x!y' }])).toBeUndefined();
  expect(jqLine('{"a": 1}', [{ op: 'replace', path: '/a', value: 'x"y' }])).toBeUndefined();
  expect(jqLine('root@node1:/# cat config.json\n{"a": 1}', [{ op: 'remove', path: '/a' }])).toBeUndefined();
});
