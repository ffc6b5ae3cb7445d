import { describe, expect, test } from 'vitest';
import { bundleConfig } from '../diagnosis/testing/bundle-config';
import { readAddress, writeAddress, type Shelf } from './addresses';
import { linePieces } from './line-pieces';
import { gapLine } from '../diagnosis/documents/gap';
import { foldedRows, lineAt, lineNumbersOf, lineOfNumber, lineStartsOf, linesWith, rowOf } from './log-rows';
import { sourceParts } from './source-windows';
import { mergeByTime, timesOf } from './merged-logs';
import { placeAt, placeOfPointer, placesOf } from './pointers';
import { readableJson } from './readable-json';
import { readLine, severityOf } from './severity';

const esc = '\u001b';

describe('addresses', () => {
  const shelf: Shelf = [
    { name: 'config.json', form: 'cfg' },
    { name: 'run.log', form: 'log' },
    { name: 'a/b:c.log', form: 'log' },
    { name: '7', form: 'log' },
  ];

  test.each([
    ['#log:233-236', { document: 'run.log', excerpt: false, lines: { from: 233, to: 236 } }],
    ['#log:236-233', { document: 'run.log', excerpt: false, lines: { from: 233, to: 236 } }],
    ['#log:a%2Fb%3Ac.log:7', { document: 'a/b:c.log', excerpt: false, lines: { from: 7, to: 7 } }],
    ['#cfg:/linux/namespaces/3', { document: 'config.json', excerpt: false, pointer: '/linux/namespaces/3' }],
    ['#cfg:config.json:/a~1b', { document: 'config.json', excerpt: false, pointer: '/a~1b' }],
    ['#cfg:config.json', { document: 'config.json', excerpt: false }],
    ['#cfg', { document: 'config.json', excerpt: false }],
    ['#run.log:9', { document: 'run.log', excerpt: true, lines: { from: 9, to: 9 } }],
    ['#log:other.log:1', undefined],
    ['#log:1-x', undefined],
    ['#log:%:1', undefined],
    ['#finding-x', undefined],
    ['', undefined],
  ])('%s', (hash, wanted) => {
    expect(readAddress(hash, shelf)).toEqual(wanted);
  });

  test('what is written is read again, and plain links stay plain', () => {
    expect(writeAddress({ document: 'run.log', lines: { from: 2, to: 2 } }, shelf)).toBe('#log:2');
    expect(writeAddress({ document: 'config.json', pointer: '/root/path' }, shelf)).toBe('#cfg:/root/path');
    for (const { name } of shelf) {
      for (const place of [{}, { lines: { from: 3, to: 5 } }, { pointer: '/a b/~1#' }]) {
        expect(readAddress(writeAddress({ document: name, ...place }, shelf), shelf)).toEqual({ document: name, excerpt: false, ...place });
      }
    }
  });
});

describe('lines as they are shown', () => {
  const seen = (line: string) => linePieces(line, []).map(({ text, look, unseen }) => `${unseen ? '!' : ''}${look.colour ?? ''}${look.bold ? '*' : ''}:${text}`);

  test('colours of SGR are kept and its sequences vanish', () => {
    expect(seen(`a${esc}[1;31mred${esc}[0m b`)).toEqual([':a', 'red*:red', ': b']);
    expect(seen(`${esc}[38;5;2mgreen${esc}[39m${esc}[38;2;8;8;8mplain`)).toEqual(['green:green', ':plain']);
  });

  test.each([`${esc}[2K`, `${esc}[1A`, `${esc}[8mhidden`, `${esc}]8;;javascript:x${esc}\\`, '\u009b31m', '\r', '\b', '\u202e'])('%j is a mark, not an act', (text) => {
    expect(linePieces(text, []).some(({ unseen }) => unseen)).toBe(true);
    expect(linePieces(text, []).map((one) => one.text).join('')).toContain('⟨U+');
  });

  test('evidence and hits cut the line, across colours', () => {
    const line = `x${esc}[31mab${esc}[0mcd`;
    const pieces = linePieces(line, [{ start: 7, end: 13 }], [{ start: 12, end: 13 }]);
    expect(pieces.map(({ text, marked, found }) => [text, marked, found])).toEqual([
      ['x', false, false],
      ['a', false, false],
      ['b', true, false],
      ['c', true, true],
      ['d', false, false],
    ]);
  });

  test('a line of a megabyte is cut around what matters', () => {
    const pieces = linePieces(`${'a'.repeat(1_000_000)}WORD${'b'.repeat(1_000_000)}`, [{ start: 1_000_000, end: 1_000_004 }]);
    expect(pieces.find(({ marked }) => marked)?.text).toBe('WORD');
    expect(pieces.reduce((sum, { text }) => sum + text.length, 0)).toBe(4000);
  });

  test('a JSON line is said in words; what is no such line stays', () => {
    expect(readableJson('{"level":"error","msg":"no","time":"t","pid":7,"a":{"b":1}}')).toEqual({ time: 't', said: 'no', rest: 'pid=7 a={"b":1}' });
    expect(readableJson('{"level":"error"}')).toBeUndefined();
    expect(readableJson('{"msg": broken}')).toBeUndefined();
  });

  test.each([
    ['level=warning msg="x"', 'warning'],
    ['{"level":"debug","msg":"an error"}', 'debug'],
    ['mkdir /proc: permission denied', 'error'],
    ['started', 'none'],
  ] as const)('%s is %s', (line, wanted) => {
    expect(severityOf(readLine(line))).toBe(wanted);
  });
});

describe('rows of a log', () => {
  test('lines end as in the engine', () => {
    const text = 'a\r\nb\rc\n\nd\n';
    const starts = lineStartsOf(text);
    expect(Array.from(starts, (_, line) => lineAt(text, starts, line))).toEqual(['a', 'b', 'c', '', 'd']);
    expect(lineStartsOf('').length).toBe(0);
  });

  test('lines keep their numbers where others were left out', () => {
    const text = `one\n${gapLine(998)}\na thousand\nnext\n${gapLine(5)}\nlast\n`;
    const numbers = lineNumbersOf(text, lineStartsOf(text));
    expect([...(numbers ?? [])]).toEqual([1, 2, 1000, 1001, 1002, 1007]);
    expect([1, 2, 999, 1000, 1001, 1006, 1007].map((number) => lineOfNumber(number, numbers))).toEqual([0, 1, 1, 2, 3, 4, 5]);
    expect(lineNumbersOf('one\ntwo\n', lineStartsOf('one\ntwo\n'))).toBeUndefined();
    const shown = sourceParts(text, []).flatMap(({ lines }) => lines.map(({ number }) => number));
    expect(shown).toEqual([1, 2, 1000, 1001, 1002, 1007]);
  });

  test('far lines are folded, opened ones stay open, every line has its row', () => {
    const folded = foldedRows(200, [100], []);
    expect(folded.folds).toEqual([{ from: 0, to: 96 }, { from: 104, to: 199 }]);
    expect([...folded.rows]).toEqual([-1, 97, 98, 99, 100, 101, 102, 103, -2]);
    expect([rowOf(folded, 50), rowOf(folded, 100), rowOf(folded, 199)]).toEqual([0, 4, 8]);
    expect(foldedRows(200, [100, 50], [{ from: 0, to: 96 }]).folds).toEqual([{ from: 104, to: 199 }]);
    expect(foldedRows(10, [], []).rows.length).toBe(10);
    expect(rowOf({ rows: Int32Array.from([3, 9]), folds: [] }, 5)).toBe(-1);
  });

  test('search finds each line once, in any case, also where lower case is longer', () => {
    const find = (text: string, wanted: string) => linesWith(text, lineStartsOf(text), wanted);
    expect(find('Error error\nfine\nERROR', 'error')).toEqual([0, 2]);
    expect(find('İ\nİ error\nx', 'error')).toEqual([1]);
    expect(find('a\nb', '')).toEqual([]);
  });

  test('logs of one clock are merged by time; a line without a time stays with the one before', () => {
    const times = (...lines: string[]) => timesOf(lines.map(readLine), lines.length);
    const one = times('time="2026-11-24T10:00:00Z" level=info msg=a', ' at b', 'time="2026-11-24T10:00:05Z" level=info msg=c');
    const other = times('time="2026-11-24T10:00:03Z" level=info msg=d');
    const merged = mergeByTime([one, other]);
    expect([...(merged?.log ?? [])]).toEqual([0, 0, 1, 0]);
    expect([...(merged?.line ?? [])]).toEqual([0, 1, 0, 2]);
    expect(mergeByTime([one, times('no time')])).toBeUndefined();
    expect(mergeByTime([one, times('I1124 10:00:00.000000    1 a.go:1] x')])).toBeUndefined();
  });
});

describe('pointers of a config', () => {
  const text = bundleConfig();
  const places = placesOf('config.json', text);

  test('of the value at the cursor, and back', () => {
    const offset = text.indexOf('"/mycontainer/rootfs"') + 3;
    expect(placeAt(places, offset)?.pointer).toBe('/root/path');
    const place = placeOfPointer(places, '/linux/namespaces/3');
    expect(text.slice(place?.start, place?.end)).toContain('"uts"');
    expect(placeOfPointer(places, '/root/path/never')?.pointer).toBe('/root/path');
  });

  test('a broken config and YAML have pointers too', () => {
    expect(placesOf('c.json', '{"ociVersion": "1.0.2", "root": {"path": "x",, "linux": {').some(({ pointer }) => pointer === '/root/path')).toBe(true);
    expect(placesOf('pod.yaml', 'apiVersion: v1\nkind: Pod\nspec:\n  hostUsers: false\n').map(({ pointer }) => pointer)).toContain('/spec/hostUsers');
  });
});
