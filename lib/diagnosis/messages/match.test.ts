import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeDocument } from '../documents/document';
import { readLogLine, type LogLine } from '../documents/log-lines';
import { messageRows } from './index';
import { matchLine } from './match';
import { everyPattern, templates } from './testing/every-pattern';

function lineOf(text: string): LogLine {
  return readLogLine(text, { document: makeDocument('log', text), start: 0, end: text.length });
}

const quickly = (line: LogLine) => matchLine(line).map(({ row }) => row.seen);

describe('the table of phrases finds what every pattern by itself finds', () => {
  test('in the real line of each row', () => {
    for (const { seen } of messageRows) expect(quickly(lineOf(seen)), seen).toEqual(everyPattern(lineOf(seen)));
  });

  test('in pieces of real lines, put together, with other quotes, blanks and letters', () => {
    const piece = fc.constantFrom(...messageRows.map(({ seen }) => seen)).chain((seen) => fc.nat(seen.length).map((from) => seen.slice(from, from + 120)));
    const change = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.replaceAll(' ', '  '),
      (text: string) => text.replaceAll(' ', '\t'),
      (text: string) => text.replaceAll('"', '‘'),
      (text: string) => text.replaceAll(/ (\w+) /g, ' "$1" '),
      (text: string) => `é${text}\u{1f600}`,
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, change), { minLength: 1, maxLength: 6 }), (parts) => {
        const line = lineOf(parts.map(([text, by]) => by(text)).join(' ').replace(/[\r\n]/g, ' ').slice(0, 2000));
        expect(quickly(line)).toEqual(everyPattern(line));
      }),
      { numRuns: 300, seed: 20261125 },
    );
  });

  test('in noise that is made of the phrases themselves', () => {
    const words = templates.flatMap(({ compiled }) => compiled.phrases);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }), (some) => {
        const line = lineOf(some.join('').slice(0, 2000));
        expect(quickly(line)).toEqual(everyPattern(line));
      }),
      { numRuns: 200, seed: 20261125 },
    );
  });
});
