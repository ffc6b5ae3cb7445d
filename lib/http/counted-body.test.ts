import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readBody } from './counted-body';
import { Problem } from './problem';

const mebibyte = 1024 * 1024;

// Only the limit of what is accepted is to end it, not that of what is read whole.
beforeAll(() => vi.stubEnv('MAX_WHOLE_BYTES', String(1024 * mebibyte)));
afterAll(() => vi.unstubAllEnvs());

/** A request whose body comes in chunks of a mebibyte, and how many of them were taken. */
function chunked(count: number, headers: Record<string, string> = {}) {
  const taken = { chunks: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (taken.chunks >= count) return controller.close();
      taken.chunks++;
      controller.enqueue(new Uint8Array(mebibyte));
    },
  });
  return { taken, request: new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit) };
}

const statusOf = (request: Request) => readBody(request).then(() => 200, (error: unknown) => (error instanceof Problem ? error.status : error));

test('a body without a length ends as soon as it is too long: the rest is never taken', async () => {
  const { request, taken } = chunked(200);
  expect(await statusOf(request)).toBe(413);
  // The limit is 32 MiB; a stream may hold a few chunks ahead.
  expect(taken.chunks).toBeLessThan(48);
});

test('a length that is too large is refused before a byte is read', async () => {
  const { request, taken } = chunked(200, { 'content-length': String(33 * mebibyte) });
  expect(await statusOf(request)).toBe(413);
  expect(taken.chunks).toBeLessThan(3);
});

test('gzip is counted as it unpacks', async () => {
  const request = (bytes: Uint8Array) => new Request('http://localhost/', { method: 'POST', body: new Uint8Array(bytes), headers: { 'content-encoding': 'gzip' } });
  expect(await statusOf(request(gzipSync(Buffer.alloc(40 * mebibyte))))).toBe(413);
  expect((await readBody(request(gzipSync('hello')))).toString()).toBe('hello');
  expect(await statusOf(request(Buffer.from('no gzip')))).toBe(400);
});

test('an encoding that we do not know', async () => {
  expect(await statusOf(new Request('http://localhost/', { method: 'POST', body: 'x', headers: { 'content-encoding': 'br' } }))).toBe(415);
});
