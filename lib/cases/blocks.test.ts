import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BlockWriter, indexOf, isInBlocks } from './blocks';
import { compressed, compressedNow, expanded, expandedLines } from './compressed';

/** Written in pieces of so many bytes. */
function inBlocks(text: string, piece = 100_000): Uint8Array {
  const writer = new BlockWriter();
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += piece) writer.add(bytes.subarray(from, from + piece));
  return writer.end();
}

const log = Array.from({ length: 40_000 }, (_, index) => `line ${index} größer 😀`).join('\n');

test('a text in blocks is read as it was written, whatever its pieces', async () => {
  for (const text of ['', 'x', '\n', `${log}\n`, log, 'y'.repeat(1_000_000)]) {
    for (const piece of [1000, 262_144, 5_000_000]) expect(await expanded(inBlocks(text, piece))).toBe(text);
  }
});

test('a long text is stored in blocks, a short one is not, and both are told apart', async () => {
  const [short, long] = [compressedNow(log.slice(0, 1000)), compressedNow(log.repeat(2))];
  expect([isInBlocks(short), isInBlocks(long), isInBlocks(await compressed(log))]).toEqual([false, true, false]);
  expect(await expanded(long)).toBe(log.repeat(2));
  expect(indexOf(long).blocks.length).toBeGreaterThan(3);
});

describe('any window of lines', () => {
  const linesOf = (text: string) => (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  test.each([['with an ending', `${log}\n`], ['without one', log], ['a line longer than a block', `${'z'.repeat(700_000)}\n${log}\n${'z'.repeat(700_000)}`]])('%s', async (_, text) => {
    const [blocks, whole, lines] = [inBlocks(text), await compressed(text), linesOf(text)];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: lines.length + 2 }), fc.integer({ min: 1, max: 3000 }), async (from, count) => {
        const wanted = { text: lines.slice(from, from + count).join('\n'), lines: lines.length };
        expect(await expandedLines(blocks, from, count)).toEqual(wanted);
      }),
      { numRuns: 60, seed: 20261127, examples: [[0, 1], [lines.length - 1, 1], [lines.length, 5]] },
    );
    expect(await expandedLines(whole, 5, 7)).toEqual({ text: lines.slice(5, 12).join('\n'), lines: lines.length });
  });
});
