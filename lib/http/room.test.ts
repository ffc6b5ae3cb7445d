import { afterEach, expect, test, vi } from 'vitest';
import { withReceived, type Received } from './receive';

afterEach(() => vi.unstubAllEnvs());

const request = (bytes: number) => new Request('http://x/api/cases', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: 'x'.repeat(bytes) });

test('bodies together take no more memory than they may, and give it back', async () => {
  vi.stubEnv('MAX_HELD_BYTES', '1000');
  const sizes = (received: Received) => ('files' in received ? received.files.map(({ bytes }) => bytes.length) : []);
  await withReceived(request(700), async () => {
    await expect(withReceived(request(400), () => Promise.resolve())).rejects.toMatchObject({ status: 503 });
    expect(await withReceived(request(300), (received) => Promise.resolve(sizes(received)))).toEqual([300]);
  });
  await expect(withReceived(request(900), () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await withReceived(request(1000), (received) => Promise.resolve(sizes(received)))).toEqual([1000]);
});
