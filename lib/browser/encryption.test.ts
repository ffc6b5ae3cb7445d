import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { envelope, envelopeHead, isEnvelope } from '../contract/envelope';
import { decryptText, encryptText, NotOpened, TooLong } from './encryption';

const text = `${JSON.stringify({ documents: [{ name: 'run.log', text: 'no uid mappings found 映射 \u0000\n'.repeat(500) }] })}\n`;
const most = 1024 * 1024;

test('what was encrypted comes back by its key, and tells nothing without it', async () => {
  const { envelope: bytes, key } = await encryptText(text);
  expect(await decryptText(bytes, key, most)).toBe(text);
  expect(isEnvelope(bytes)).toBe(true);
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('uid mappings');
  expect(Buffer.from(bytes).toString('latin1')).not.toContain(key);
  // Compressed before: the text is fifty times as long.
  expect(bytes.length).toBeLessThan(text.length / 20);
});

test('each envelope has a key and an IV of its own', async () => {
  const [one, other] = [await encryptText(text), await encryptText(text)];
  const ivOf = (bytes: Uint8Array) => Buffer.from(bytes.slice(5, 17)).toString('hex');
  expect(one.key).toMatch(/^[\w-]{43}$/);
  expect(one.key).not.toBe(other.key);
  expect(ivOf(one.envelope)).not.toBe(ivOf(other.envelope));
  await expect(decryptText(one.envelope, other.key, most)).rejects.toThrow(NotOpened);
});

test('a change of any part is noticed: magic, version, IV, text, tag, and a cut', async () => {
  const { envelope: bytes, key } = await encryptText(text);
  for (const at of [0, 4, 5, 16, 17, 40, bytes.length - 1]) {
    const changed = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));
    await expect(decryptText(changed, key, most), `byte ${at}`).rejects.toThrow(NotOpened);
  }
  for (const length of [0, 5, 32, bytes.length - 1]) await expect(decryptText(bytes.slice(0, length), key, most)).rejects.toThrow(NotOpened);
});

test('the head is bound as additional data: the same bytes without it do not open', async () => {
  const { envelope: bytes, key } = await encryptText(text);
  const raw = await crypto.subtle.importKey('raw', Buffer.from(key, 'base64url'), 'AES-GCM', false, ['decrypt']);
  const [iv, sealed] = [bytes.slice(5, 17), bytes.slice(17)];
  await expect(crypto.subtle.decrypt({ name: 'AES-GCM', iv }, raw, sealed)).rejects.toThrow();
  await expect(crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: envelopeHead }, raw, sealed)).resolves.toBeDefined();
});

test.each(['', 'short', 'A'.repeat(44), `${'A'.repeat(42)}!`])('%j is no key', async (key) => {
  await expect(decryptText((await encryptText(text)).envelope, key, most)).rejects.toThrow(NotOpened);
});

test('a bomb that its own key opens is stopped', async () => {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(envelope.ivBytes));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: envelopeHead }, key, gzipSync(Buffer.alloc(16 * most)));
  const bomb = new Uint8Array(Buffer.concat([envelopeHead, iv, new Uint8Array(sealed)]));
  await expect(decryptText(bomb, Buffer.from(raw).toString('base64url'), most)).rejects.toThrow(TooLong);
});
