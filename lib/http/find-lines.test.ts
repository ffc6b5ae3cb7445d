import { describe, expect, test } from 'vitest';
import { compressedNow } from '../cases/compressed';
import { findLines } from './find-lines';

const line = (index: number) => `record ${index} of a node that says nothing, größer 😀\n`;

describe.each([['whole', 1000], ['in blocks', 40_000]])('a document stored %s', (_, count) => {
  const lines = Array.from({ length: count }, (__, index) => line(index));
  lines[count - 3] = 'mount: Permission Denied\n';
  const content = compressedNow(lines.join(''));
  test('each line once, by its number, in any case', async () => {
    expect(await findLines(content, 'permission denied')).toEqual({ lines: [count - 2], more: false });
    expect((await findLines(content, 'RECORD 99')).lines.slice(0, 2)).toEqual([100, 991]);
    expect(await findLines(content, 'nowhere')).toEqual({ lines: [], more: false });
  });
});

test('so many at once, and that there are more', async () => {
  const { lines, more } = await findLines(compressedNow('same\n'.repeat(300_000)), 'same');
  expect([lines.length, lines.at(-1), more]).toEqual([10_000, 10_000, true]);
});

test('a line that is longer than a piece is counted once', async () => {
  expect(await findLines(compressedNow(`${'needle '.repeat(200_000)}\nneedle\n`), 'needle')).toEqual({ lines: [1, 2], more: false });
});
