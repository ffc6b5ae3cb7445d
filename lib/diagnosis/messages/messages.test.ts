import { describe, expect, test } from 'vitest';
import { makeDocument, quote } from '../documents/document';
import { readLogLines } from '../documents/log-lines';
import { messageRows } from './index';
import { matchLine } from './match';
import { compileTemplate } from './template';
import { heardIn, meaning } from './testing/heard-in';
import { runcFrames, wrappers } from './testing/wrappers';

function hitsOf(text: string) {
  const document = makeDocument('log', text);
  return readLogLines({ document, start: 0, end: text.length }).flatMap(matchLine);
}

describe('every message row', () => {
  for (const row of messageRows) {
    test(`${row.by}: ${[row.prints].flat()[0] ?? ''}`, () => {
      const hits = hitsOf(row.seen);
      expect(hits.map((hit) => meaning(hit.row)), row.seen).toContain(meaning(row));
      for (const hit of hits) for (const value of Object.values(hit.values)) expect(quote(value.span)).toBe(value.value);
    });
  }
});

describe('a message is found in whatever stands around it', () => {
  // These lines come with the dressing of their own log.
  const plain = messageRows.filter((row) => 'symptom' in row && !/level=|audit:|^(?:\[|WARN|ERRO|FATA)|^E\d{4}/.test(row.seen));
  const old = plain.filter(({ by }) => by === 'runc');
  const tried = [...Object.entries(wrappers).map((one) => [...one, plain] as const), ...Object.entries(runcFrames).map((one) => [...one, old] as const)];
  test.each(tried)('%s', (_, wrap, rows) => {
    expect(rows.filter((row) => !heardIn(wrap(row.seen)).includes(meaning(row))).map(({ seen }) => seen)).toEqual([]);
  });
});

test('every template has words of its own to be found by', () => {
  const short = messageRows
    .flatMap((row) => [row.prints].flat().map((template) => ({ template, phrases: compileTemplate(template).phrases })))
    .filter(({ phrases }) => phrases.some((phrase) => phrase.trim().length < 4));
  expect(short.map(({ template }) => template)).toEqual([]);
});
