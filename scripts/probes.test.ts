import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { offerProbes } from '../lib/http/probes';
import { answerProbe } from './probes.mjs';

const health = vi.hoisted(() => ({ storeHealth: () => Promise.resolve({ database: 'ok', retention: 'overdue' }) }));
vi.mock('../lib/cases/health', () => health);

const server = createServer((request, response) => {
  if (!answerProbe(request, response)) response.writeHead(404).end('next');
}).listen(0, '127.0.0.1');
const ask = async (address: string, method = 'GET') => {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`, { method });
  return { status: answer.status, policy: answer.headers.get('content-security-policy'), cache: answer.headers.get('cache-control'), text: await answer.text() };
};
beforeAll(async () => {
  if (!server.listening) await once(server, 'listening');
});
afterAll(() => void server.close());
afterEach(() => {
  delete (globalThis as { probes?: unknown }).probes;
});

test('before Next has started, and of all other addresses and methods, nothing is answered here', async () => {
  expect((await ask('/api/live')).text).toBe('next');
  offerProbes();
  for (const [address, method] of [['/api/live', 'POST'], ['/api/live/x', 'GET'], ['/api/limits', 'GET'], ['/', 'GET']] as const) expect((await ask(address, method)).text).toBe('next');
});

test('what a probe is told has the headers of the API, and the state of the store', async () => {
  offerProbes();
  expect(await ask('/api/health')).toEqual({
    status: 200,
    policy: "sandbox; default-src 'none'; frame-ancestors 'none'",
    cache: 'private, no-store',
    text: '{"status":"degraded","database":"ok","retention":"overdue"}',
  });
  expect((await ask('/api/ready')).text).toBe('{"status":"ok","database":"ok","stopping":false}');
});
