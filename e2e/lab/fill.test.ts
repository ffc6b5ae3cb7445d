import { expect, test } from 'vitest';
import type { FixIn } from '../../lib/diagnosis/report';
import { fillBlanks } from './fill';

const fix: FixIn<string> = {
  title: '', risk: 'review', patch: [{ op: 'replace', path: '/process/args', value: ['<program of the rootfs>'] }], edits: [],
  commands: ["usermod --add-subuids 1-2 '<user>'"], undo: [], verify: [], lowersIsolation: false, costs: '', notes: [],
};

test('fills what the user knows, and tells what is left', () => {
  const { fix: filled, filled: first, left } = fillBlanks(fix, { 'program of the rootfs': '/bin/a "b"' });
  expect(filled.patch).toEqual([{ op: 'replace', path: '/process/args', value: ['/bin/a "b"'] }]);
  expect([first, left]).toEqual(['<program of the rootfs>', '<user>']);
  expect(fillBlanks(fix, { 'program of the rootfs': 'x', user: 'alice' }).left).toBeUndefined();
});
