import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from './redact';

const one = (text: string) => redact([{ name: 'a', text }]).texts[0]?.text ?? '';
const linesOf = (text: string) => text.split(/\r\n|\n|\r/).length;

describe('masks', () => {
  test.each([
    ['a value of process.env', '{"env": ["DB_URL=verysecret", "TERM=xterm"]}', '{"env": ["DB_URL=⟦env#1⟧", "TERM=xterm"]}'],
    ['an env list inside escaped JSON', String.raw`msg="{\"env\":[\"A=s3cret\",\"PATH=/bin\"]}"`, String.raw`msg="{\"env\":[\"A=⟦env#1⟧\",\"PATH=/bin\"]}"`],
    ['an env list that is cut off', '"env": ["A=secret', '"env": ["A=⟦env#1⟧'],
    ['a bearer token', 'Authorization: Bearer abcd.efgh', 'Authorization: Bearer ⟦token#1⟧'],
    ['a JWT', 'got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln end', 'got ⟦jwt#1⟧ end'],
    ['the password of a URL', 'https://ci:hunter2@git.example/x', 'https://ci:⟦password#1⟧@git.example/x'],
    ['a password option', 'mysqld --password=hunter2', 'mysqld --password=⟦password#1⟧'],
    ['a GitHub token', `ghp_${'a'.repeat(36)}`, '⟦token#1⟧'],
  ])('%s', (_, text, wanted) => expect(one(text)).toBe(wanted));

  test('a private key over several lines, keeping their count', () => {
    const text = 'a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nAAAA\n-----END RSA PRIVATE KEY-----\nb';
    expect(one(text)).not.toContain('MIIE');
    expect(linesOf(one(text))).toBe(linesOf(text));
    expect(one(text)).toMatch(/\nb$/);
  });

  test('the same secret has the same mark', () => {
    expect(one('{"env": ["A=same", "B=same", "C=other"]}')).toBe('{"env": ["A=⟦env#1⟧", "B=⟦env#1⟧", "C=⟦env#2⟧"]}');
  });
});

test.each([
  'newuidmap: uid range [1-65537) -> [100000-165536) not allowed',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'mount /var/run/secrets/kubernetes.io/serviceaccount/token: permission denied',
  'alice:100000:65536',
  'failed to authorize: failed to fetch anonymous token: unexpected status',
  '/var/lib/kubelet/pods/0f3c/volumes/kubernetes.io~projected/kube-api-access-x',
])('leaves alone: %s', (text) => expect(one(text)).toBe(text));

test('any text: lines are kept, and masking twice changes nothing', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('"env": [', '"A=b"', '\\"', '\n', '-----BEGIN PRIVATE KEY-----', '-----END PRIVATE KEY-----', 'password=', 'Bearer ', '⟦env#1⟧', '://a:b@'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')), (text) => {
      const once = one(text);
      expect(linesOf(once)).toBe(linesOf(text));
      expect(one(once)).toBe(once);
    }),
    { numRuns: 2000, seed: 7 },
  );
});
