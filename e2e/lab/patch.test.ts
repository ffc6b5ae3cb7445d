import { expect, test } from 'vitest';
import { applyPatch } from '../../lib/diagnosis/fixes/apply-patch';
import type { PatchOperation } from '../../lib/diagnosis/report';
import { applyEdits, applyJsonPatch, DoesNotApply } from './patch';

const text = '{"a": {"b/c": [1, 2]}, "m~n": "x"}';
const patches: readonly (readonly PatchOperation[])[] = [
  [{ op: 'add', path: '/a/b~1c/-', value: 3 }],
  [{ op: 'add', path: '/a/b~1c/1', value: { d: null } }],
  [{ op: 'remove', path: '/a/b~1c/0' }],
  [{ op: 'replace', path: '/m~0n', value: [true] }, { op: 'add', path: '/new', value: 'y' }],
];

test.each(patches.map((patch) => [JSON.stringify(patch), patch] as const))('%s gives what the product gives', (_, patch) => {
  expect(JSON.parse(applyJsonPatch(text, patch))).toEqual(JSON.parse(applyPatch(text, patch) ?? ''));
});

test.each<PatchOperation>([{ op: 'remove', path: '/no' }, { op: 'replace', path: '/a/b~1c/2', value: 1 }, { op: 'add', path: '/a/b~1c/9', value: 1 }, { op: 'add', path: '/no/x', value: 1 }])('%o does not apply', (operation) => {
  expect(() => applyJsonPatch(text, [operation])).toThrow(DoesNotApply);
});

test('edits are places of the text before any of them', () => {
  const edits = [
    { startLine: 1, startColumn: 2, endLine: 1, endColumn: 3, text: 'XY' },
    { startLine: 2, startColumn: 1, endLine: 2, endColumn: 1, text: ',' },
  ];
  expect(applyEdits('abc\ndef\n', edits)).toBe('aXYc\n,def\n');
  expect(() => applyEdits('abc', [{ startLine: 7, startColumn: 1, endLine: 7, endColumn: 1, text: '' }])).toThrow(DoesNotApply);
});
