import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose';
import { makeDocument, lineSpan, quote } from '../diagnosis/documents/document';
import { causeIds } from '../diagnosis/cause-ids';
import { causeExamples } from '../examples/causes';
import { Excerpt, excerptOf } from './excerpt';

const encoder = new TextEncoder();

function excerptIn(text: string, chunk = Infinity) {
  const excerpt = new Excerpt();
  const bytes = encoder.encode(text);
  for (let from = 0; from < bytes.length; from += Math.min(chunk, bytes.length)) excerpt.add(bytes.slice(from, from + chunk));
  return excerpt.end();
}

/** Records of a quiet node, none of which says anything. */
const quiet = (index: number) =>
  [
    `time="2026-03-01T10:00:${String(index % 60).padStart(2, '0')}Z" level=info msg="event published" ns=k8s.io topic=/tasks/exit id=${index}`,
    `Mar 19 20:59:30 node1 systemd[1]: Started Session ${index} of User app.`,
    `I0402 10:11:12.123456    1234 reconciler.go:224] "Verified volume" volume="kube-api-access-${index}"`,
    `{"level":"info","ts":"2026-03-01T10:00:00Z","msg":"healthy","n":${index}}`,
  ][index % 4] ?? '';
const noise = (lines: number) => Array.from({ length: lines }, (_, index) => `${quiet(index)}\n`).join('');

function answer(texts: readonly { readonly name: string; readonly text: string }[]): string {
  const { verdict, findings } = diagnose(texts);
  return `${verdict} ${findings.find(({ role }) => role === 'root-cause')?.cause ?? 'none'}`;
}

describe('the excerpt of a log says what the log says', () => {
  test.each(causeIds)('%s', (id) => {
    const texts = Object.entries(causeExamples[id].bad).map(([name, text]) => ({ name, text: /\.(?:json|ya?ml|toml)$/.test(name) ? text : `${noise(60)}${text}\n${noise(60)}` }));
    const kept = texts.map(({ name, text }) => ({ name, text: text.startsWith('time=') ? excerptIn(text).text : text }));
    expect(answer(kept)).toBe(answer(texts));
  });
});

test('every line that is kept has the number and the words that it has in the log', () => {
  const log = `${noise(50)}runc run failed: unable to start container process: error during container init: mount proc to /proc: operation not permitted\r\n${noise(41)}bar\rtwo\r\nthe end`;
  const { text, lines } = excerptIn(log);
  const [whole, kept] = [makeDocument('whole', log), makeDocument('kept', text)];
  expect(lines).toBe(whole.lineStarts.length);
  const numbers = kept.lineNumbers ?? [];
  const seen = numbers.flatMap((number, index) => {
    const line = quote(lineSpan(kept, index));
    return line === '' || line.startsWith('⟦…') ? [] : [[line, quote(lineSpan(whole, number - 1))]];
  });
  expect(seen.length).toBeGreaterThan(4);
  for (const [line, original] of seen) expect(line).toBe(original);
});

test('chunks may end anywhere', () => {
  const log = `${noise(20)}level=error msg="größer 😀"\r\n{\n  "ociVersion": "1.0.2"\n}\n${noise(9)}Error: mount: permission denied\n${'x'.repeat(300)}\n${noise(30)}`;
  fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), (chunk) => {
    expect(excerptIn(log, chunk)).toEqual(excerptIn(log));
  }), { numRuns: 60, seed: 20261125 });
});

test('a line that is longer than what is kept of it is cut at the same place, wherever chunks end', () => {
  const long = 'level=error msg="'.padEnd(65_530, 'x');
  const log = [noise(20), long, `${long}1234567`, `${'y'.repeat(200_000)}Error: mount: permission denied`, 'level=error msg="the last one"', 'z'.repeat(70_000)].join('\n');
  for (const chunk of [4_093, 65_535, 65_536, 65_537, 131_071, 300_000]) expect(excerptIn(log, chunk)).toEqual(excerptIn(log));
});

describe('no input fills the memory', () => {
  const limit = 2.5 * 1024 * 1024;
  test.each([
    ['errors only', 'time="2026-03-01T10:00:00Z" level=error msg="mount /proc: operation not permitted" id=7\n'.repeat(60_000)],
    ['lines of no known form', 'something that an application printed, again and again, and nothing else\n'.repeat(80_000)],
    ['one line without an end', `${noise(30)}${'mount: operation not permitted '.repeat(200_000)}`],
    ['empty lines', '\n'.repeat(4_000_000)],
    ['carriage returns', `${noise(30)}${'x\r'.repeat(2_000_000)}`],
  ])('%s', (_, log) => {
    const { text, lines } = excerptIn(log, 65_536);
    expect(encoder.encode(text).length).toBeLessThan(limit);
    expect(lines).toBeGreaterThan(30);
  });
});

test('the last error of a storm is kept', () => {
  const log = `${'time="2026-03-01T10:00:00Z" level=error msg="something else failed"\n'.repeat(40_000)}level=error msg="the last one"\n`;
  const { text, lines } = excerptIn(log);
  expect(lines).toBe(40_001);
  expect(text.trimEnd().endsWith('level=error msg="the last one"')).toBe(true);
});

test('only a large log is read in part', () => {
  const [short, list, long] = [noise(1000), `{"a": [${'1, '.repeat(500_000)}1]}`, noise(20_000)];
  expect(excerptOf(short)).toBe(short);
  expect(excerptOf(list)).toBe(list);
  expect(excerptOf(long)).toMatch(/^⟦… \d+ lines left out …⟧\n$/);
});

test('an excerpt of an excerpt is the same, with the same numbers', () => {
  const log = `${noise(50)}Error: mount /proc: operation not permitted\n${noise(70)}level=error msg="the last one"\n${noise(9)}`;
  const once = excerptIn(log);
  expect(once.leftOut).toBeGreaterThan(100);
  expect(excerptIn(once.text)).toMatchObject({ text: once.text, lines: once.lines });
});
