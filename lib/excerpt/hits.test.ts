import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeDocument, positionAt } from '../diagnosis/documents/document';
import { readLogLines, type LogLine } from '../diagnosis/documents/log-lines';
import { messageRows } from '../diagnosis/messages';
import { matchLine } from '../diagnosis/messages/match';
import { rowsIn } from '../diagnosis/messages/testing/every-pattern';
import { Excerpt } from './excerpt';

const encoder = new TextEncoder();
const time = '2026-03-01T10:00:00Z';

/** Loggers whose records are left out unless they hold a phrase. */
const dressings: Readonly<Record<string, (said: string) => string>> = {
  logrus: (said) => `time="${time}" level=info msg=${JSON.stringify(said)}`,
  klog: (said) => `I0402 10:11:12.123456    1234 start.go:224] ${said}`,
  journald: (said) => `Mar 19 20:59:30 node1 program[12]: ${said}`,
  'a time alone': (said) => `${time} ${said}`,
};
const quiet = Object.values(dressings).map((dress, index) => dress(`nothing happened, for the ${index}th time`));

/** The excerpt of a log that comes in chunks of some bytes. */
function excerptIn(log: string, chunk: number): string {
  const excerpt = new Excerpt();
  const bytes = encoder.encode(log);
  for (let from = 0; from < bytes.length; from += chunk) excerpt.add(bytes.slice(from, from + chunk));
  return excerpt.end().text;
}

/** The lines that hold a message that tells something, by number, with each message in them. */
function tellingLines(text: string, read: (line: LogLine) => readonly (typeof messageRows)[number][]): string[] {
  const document = makeDocument('log', text);
  return readLogLines({ document, start: 0, end: text.length }).flatMap((line) => {
    const rows = read(line);
    return rows.some((row) => !('harmless' in row)) ? [`${positionAt(document, line.span.start).line}: ${rows.map(({ seen }) => seen).join(' | ')}`] : [];
  });
}

const quickly = (line: LogLine) => matchLine(line).map(({ row }) => row);

describe('what is found in the excerpt of a log is what is found in the log', () => {
  test.each(Object.keys(dressings))('each real line, in a record of %s', (name) => {
    const lines = messageRows.map(({ seen }) => dressings[name]?.(seen.replace(/[\r\n]+/g, ' ')) ?? '').flatMap((line) => [...quiet, line]);
    expect(tellingLines(excerptIn(lines.join('\n'), 4096), quickly)).toEqual(tellingLines(lines.join('\n'), quickly));
  });

  test('by every pattern on every line, in logs of real lines, pieces of them, and phrases over and over', () => {
    const seen = fc.constantFrom(...messageRows.map((row) => row.seen.replace(/[\r\n]+/g, ' ')));
    const said = fc.oneof(
      seen,
      fc.tuple(seen, seen).map(([one, other]) => `${one.slice(Math.floor(one.length / 3))} ${other}`),
      seen.map((one) => one.toUpperCase()),
      seen.map((one) => `${one.slice(0, 40)} `.repeat(20)),
      fc.string({ maxLength: 60 }).map((one) => one.replace(/[\r\n]/g, ' ')),
    );
    const line = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...quiet) }, { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...Object.values(dressings), (one: string) => one), said).map(([dress, one]) => dress(one)) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 10, maxLength: 60 }), fc.integer({ min: 7, max: 5000 }), (lines, chunk) => {
        const log = lines.join('\n');
        expect(tellingLines(excerptIn(log, chunk), quickly)).toEqual(tellingLines(log, rowsIn));
      }),
      { numRuns: 12, seed: 20261128 },
    );
  });
});
