import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Endless, MaskedStream } from './masked-stream';
import { Marks } from './masking';
import { redact } from './redact';
import { shapedCanaries, surroundings } from './testing/canaries';

const whole = (text: string) => redact([{ name: 'a', text }]).texts[0]?.text ?? '';

function streamed(text: string, piece: number, block = 64 * 1024, most?: number): string {
  const stream = new MaskedStream(new Marks(), block, most);
  let masked = '';
  for (let from = 0; from < text.length; from += piece) masked += stream.add(text.slice(from, from + piece));
  return masked + stream.end();
}

const noise = (length: number) => 'time="2026-03-01T10:00:00Z" level=info msg="event published" ns=k8s.io topic=/tasks/exit\r\n'.repeat(Math.ceil(length / 89)).slice(0, length);
const list = `{"env": [${Array.from({ length: 3000 }, (_, index) => `"NAME_${index}=value-${index}-canary"`).join(', ')}]}`;
const key = (lines: number) => `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEcanaryAAAAcanaryBBBB\n'.repeat(lines)}-----END RSA PRIVATE KEY-----\n`;
const secret = `apiVersion: v1\ndata:\n${Array.from({ length: 2000 }, (_, index) => `  key-${index}: Y2FuYXJ5LXZhbHVl${index}\n`).join('')}kind: Secret\nmetadata:\n  name: x\n`;

test('piece by piece a text is masked as it is whole, wherever the pieces end', () => {
  const pieces = [list, key(3000), secret, 'mysqld --password=hunter2-canary ', '\u001b[31mtoken: abc\u200bdef12345-canary\u001b[0m\n', `x=${'y'.repeat(40_000)}`, '😀'.repeat(20_000)];
  const part = fc.oneof(fc.integer({ min: 1, max: 60_000 }).map(noise), fc.constantFrom(...pieces));
  fc.assert(
    fc.property(fc.array(part, { minLength: 3, maxLength: 9 }), fc.integer({ min: 5000, max: 200_000 }), (parts, piece) => {
      const text = parts.join('\n');
      expect(streamed(text, piece)).toBe(whole(text));
    }),
    { numRuns: 60, seed: 20261127 },
  );
});

test.each(Object.entries(surroundings))('no secret is seen where blocks end, %s', (_, place) => {
  const all = Object.values(shapedCanaries).map((secret, index) => `${noise(31_000 + index * 7)}\n${place(secret)}\n`).join('');
  expect(streamed(all, 9000)).toBe(whole(all));
});

describe('what does not end', () => {
  test('a private key hides all that follows, to the end of the key if it comes', () => {
    const text = `before\n-----BEGIN PRIVATE KEY-----\n${'canary\n'.repeat(100_000)}`;
    const masked = streamed(text, 50_000, 64 * 1024, 256 * 1024);
    expect(masked).not.toContain('canary');
    expect(masked.split('\n').length).toBe(text.split('\n').length);
    expect(streamed(`${text}-----END PRIVATE KEY-----\nafter\n`, 50_000, 64 * 1024, 256 * 1024)).toMatch(/-----END PRIVATE KEY-----\nafter\n$/);
  });

  test('a list of variables is refused', () => {
    expect(() => streamed(`{"env": [${'"A=canary", '.repeat(50_000)}`, 50_000, 64 * 1024, 256 * 1024)).toThrow(Endless);
  });
});
