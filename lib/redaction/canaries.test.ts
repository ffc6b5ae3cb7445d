import { describe, expect, test } from 'vitest';
import { examples } from '../examples';
import { messageRows } from '../diagnosis/messages/index';
import { redact } from './redact';
import { tokenShapes } from './shaped';
import { placedCanaries, shapedCanaries, surroundings } from './testing/canaries';

const one = (text: string) => redact([{ name: 'a', text }]).texts[0]?.text ?? '';
/** No stretch of this many characters of a secret may be left. */
const telling = 6;
function leaks(text: string, secret: string): boolean {
  const seen = one(text).replaceAll('\u200b', '').replace(/\u001b\[\d+m/g, '');
  return Array.from({ length: Math.max(secret.length - telling + 1, 1) }, (_, at) => secret.slice(at, at + telling)).some((piece) => seen.includes(piece));
}

test('every shape is tried by a canary, and there are 60 at least', () => {
  const canaries = Object.values(shapedCanaries);
  const untried = Object.entries(tokenShapes).filter(([, shape]) => !canaries.some((secret) => new RegExp(`^(?:${shape})$`).test(secret)));
  expect(untried.map(([name]) => name)).toEqual([]);
  expect(canaries.length).toBeGreaterThanOrEqual(60);
});

describe.each(Object.entries(surroundings))('no token is left %s', (_, around) => {
  test.each(Object.entries(shapedCanaries))('%s', (_name, secret) => {
    const text = around(secret);
    expect(leaks(text, secret)).toBe(false);
    expect(one(text).split('\n').length).toBe(text.split('\n').length);
  });
});

describe('no secret is left in its place', () => {
  test.each(Object.entries(placedCanaries))('%s', (_, [text, secret]) => {
    const whole = text.replace('{}', () => secret);
    expect(leaks(whole, secret)).toBe(false);
    expect(one(whole).split('\n').length).toBe(whole.split('\n').length);
  });
});

test.each([
  ['nothing42secret', 'password={}'],
  ['island77', 'password={}'],
  ['onion-Soup-9', '{"password": "{}"}'],
  ['the quick brown fox 7', 'passphrase="{}"'],
  ['$uperSecret9', 'password={}'],
  ['/K7MDENGbPxRfiCY', 'aws_secret_access_key={}'],
])('a secret that begins like a word, a reference or a path is hidden: %s', (secret, text) => expect(leaks(text.replace('{}', () => secret), secret)).toBe(false));

test('a secret is the same in every document, and another one in another upload has no relation to it', () => {
  const { texts } = redact([{ name: 'a', text: 'password=hunter2' }, { name: 'b', text: '--password hunter2' }]);
  expect(texts.map(({ text }) => text)).toEqual(['password=⟦password#1⟧', '--password ⟦password#1⟧']);
});

test('what a diagnosis needs survives: every line that the engine knows', () => {
  const changed = messageRows.map(({ seen }) => seen).filter((seen) => one(seen) !== seen);
  expect(changed).toEqual([]);
  for (const { files } of examples) for (const { text } of files.filter(({ name }) => name !== 'config.json')) expect(one(text)).toBe(text);
});

test.each([
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'id=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'pod 6f1c8f0e-2c53-4c59-9a2b-1f0c2b7e9d11 in /kubepods.slice/kubepods-pod6f1c8f0e_2c53_4c59.slice',
  '"seccomp": {"syscalls": [{"names": ["keyctl", "add_key", "request_key"]}]}',
  'open /run/secrets/token: permission denied',
  'stat /etc/passwd: no such file or directory',
  'failed to set key: operation not permitted',
  'join session keyring: create session key: disk quota exceeded',
  'level=error msg="auth: permission denied"',
  'fsuid: 1000, authorization: denied',
  '- name: net.ipv4.ip_forward\n  value: "1"',
  'docker run -p 8080:80 -e XDG_RUNTIME_DIR=/run/user/1000 web',
  'password=${DB_PASS} secret=$(cat /run/secrets/x) api_key=$API_KEY',
  'password: permission denied',
  '"secret": {"name": "x"}, "password": "<hidden>", "token": null',
  'private-key=/etc/ssl/private/web.pem secret: /run/secrets/db',
])('leaves alone: %s', (text) => expect(one(text)).toBe(text));
