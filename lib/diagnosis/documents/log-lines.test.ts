import { describe, expect, test } from 'vitest';
import { makeDocument } from './document';
import { readLogLines } from './log-lines';

const said = 'unable to start: stat "/srv/a b": permission denied';
const quoted = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

function line(text: string) {
  const document = makeDocument('run.log', text);
  const [first] = readLogLines({ document, start: 0, end: text.length });
  if (!first) throw new Error('no line was read');
  return first;
}

const dressings: readonly (readonly [string, string, string | undefined])[] = [
  ['nothing around it', said, undefined],
  ['logrus text', `time="2026-03-01T10:00:00Z" level=error msg="${quoted(said)}"`, 'error'],
  ['logrus on a terminal', `\u001b[31mERRO\u001b[0m[0000] ${said}`, 'error'],
  ['logrus JSON', JSON.stringify({ level: 'error', msg: said, time: '2026-03-01T10:00:00Z' }), 'error'],
  ['journald', `Mar 19 20:59:36 node1 containerd[214]: time="2026-03-01T10:00:00Z" level=error msg="${quoted(said)}"`, 'error'],
  ['klog', `E0402 10:11:12.123456    1234 kubelet.go:12] ${said}`, 'error'],
  ['a container log of the CRI', `2026-03-01T10:00:00.123456789Z stderr F ${said}`, undefined],
];

describe('what was said, in any dress', () => {
  for (const [name, text, level] of dressings) {
    test(name, () => {
      const read = line(text);
      expect(read.text).toContain(said);
      if (level) expect(read.level).toBe(level);
    });
  }
});

test('three layers of quotes come off, and every character is found in the document', () => {
  const text = `msg="a: \\"b: \\\\\\"${said.replaceAll('"', '')}\\\\\\"\\""`;
  const read = line(text);
  const start = read.text.indexOf('permission');
  expect(start).toBeGreaterThan(0);
  for (let index = 0; index < 'permission denied'.length; index++) {
    const at = read.rawAt(start + index);
    expect(text[at]).toBe('permission denied'[index]);
  }
});

test('rawAt never goes back and never leaves the line', () => {
  for (const [, text] of dressings) {
    const read = line(text);
    let before = 0;
    for (let index = 0; index <= read.text.length; index++) {
      const at = read.rawAt(index);
      expect(at).toBeGreaterThanOrEqual(before);
      expect(at).toBeLessThanOrEqual(text.length);
      before = at;
    }
  }
});
