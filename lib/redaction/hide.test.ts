import { describe, expect, test } from 'vitest';
import { choicesIn, hideChosen, marksIn } from './hide';
import { redact } from './redact';

const config = { name: 'config.json', text: '{"process": {"env": ["TOKEN=s3cr3t-s3cr3t"]},\n "hostname": "db7.corp"}\n' };
const log = { name: 'run.log', text: 'on db7.corp: failed\nmark ⟦env#9⟧ of env\n' };

describe('hiding what a person chose', () => {
  test('it goes wherever it stands, and what the rules mask stays masked', () => {
    const { texts } = redact([config, log]);
    const hidden = hideChosen(texts, ['db7.corp']);
    expect(hidden.map(({ text }) => text).join('')).not.toContain('db7');
    expect(hidden[0]?.text).toContain('TOKEN=⟦env#10⟧');
    expect(hidden[1]?.text).toBe('on ⟦hidden#1⟧: failed\nmark ⟦env#9⟧ of env\n');
  });
  test('a mark is never parted', () => {
    expect(hideChosen([log], ['env'])[0]?.text).toBe('on db7.corp: failed\nmark ⟦env#9⟧ of ⟦hidden#1⟧\n');
  });
  test('a choice within another, and one like a pattern of replacement', () => {
    expect(hideChosen([{ name: 'a', text: 'abcdef abc $& x' }], ['abc', 'abcdef', '$& '])[0]?.text).toBe('⟦hidden#2⟧ ⟦hidden#1⟧ ⟦hidden#3⟧x');
  });
  test('hidden again, numbers go on', () => {
    const once = hideChosen([log], ['failed']);
    expect(hideChosen(once, ['db7.corp'])[0]?.text).toContain('on ⟦hidden#2⟧: ⟦hidden#1⟧');
  });
  test('the server masks the same once more, and nothing changes', () => {
    const sent = hideChosen(redact([config, log]).texts, ['db7.corp']);
    expect(redact(sent).texts).toEqual(sent);
  });
});

test('marks are found with their lines', () => {
  expect(marksIn([{ name: 'a', text: 'x\r\ny ⟦env#1⟧\n\n⟦key#2⟧⟦env#1⟧' }])).toEqual([
    { document: 'a', line: 2, kind: 'env', mark: '⟦env#1⟧' },
    { document: 'a', line: 4, kind: 'key', mark: '⟦key#2⟧' },
    { document: 'a', line: 4, kind: 'env', mark: '⟦env#1⟧' },
  ]);
});

test('a selection is cut into what can be hidden', () => {
  expect(choicesIn('  db7.corp\nat ⟦env#1⟧ node-4\nab')).toEqual(['db7.corp', 'node-4']);
  expect(choicesIn('⟦env')).toEqual([]);
});
