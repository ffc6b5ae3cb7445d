import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answering } from './answer';
import { Problem } from './problem';
import { requireManager } from './manage-request';
import { limitRate } from './rate-limit';

const from = (address: string, path = '/api/cases', method = 'POST') => new Request(`http://x${path}`, { method, headers: { 'x-client-address': address } });

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('how often a client may ask', () => {
  test('beyond the limit it is told when to come again, and others are not held up', async () => {
    vi.stubEnv('CREATE_PER_HOUR', '3');
    for (let count = 0; count < 3; count++) await limitRate(from('198.51.100.1'), 'create');
    const problem = await limitRate(from('198.51.100.1'), 'create').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 429, headers: { 'Retry-After': '3600', 'RateLimit-Policy': '"create";q=3;w=3600' } });
    await limitRate(from('198.51.100.2'), 'create');
    await limitRate(from('198.51.100.1'), 'diagnose');
  });

  test('tries of manage tokens are counted, before anything is looked up', async () => {
    vi.stubEnv('MANAGE_PER_10_MINUTES', '2');
    const tried = () => requireManager(from('198.51.100.3', '/api/cases/nothing', 'DELETE'), 'nothing').catch((error: unknown) => error);
    expect([await tried(), await tried(), await tried()]).toMatchObject([{ status: 404 }, { status: 404 }, { status: 429 }]);
  });

  test('all of a /64 is one client, and the next network is another', async () => {
    vi.stubEnv('CREATE_PER_HOUR', '1');
    await limitRate(from('2001:db8:0:5::1'), 'create');
    await expect(limitRate(from('2001:DB8::5:aaaa:bbbb:cccc:dddd'), 'create')).rejects.toBeInstanceOf(Problem);
    await limitRate(from('2001:db8:0:6::1'), 'create');
  });

  test('who asks for cases that never were is not looked up for any more, not even for one that is', async () => {
    vi.stubEnv('UNKNOWN_PER_10_MINUTES', '5');
    let looked = 0;
    const handler = answering<{ there: boolean }>((_, { there }) => {
      looked++;
      if (!there) throw new Problem(404, 'There is no case at this address.');
      return Promise.resolve(new Response('a case'));
    });
    const ask = (there: boolean) => handler(from('198.51.100.9', '/api/cases/aaaaaaaaaaaaaaaaaaaaaa', 'GET'), { there });
    for (let count = 0; count < 5; count++) expect((await ask(false)).status).toBe(404);
    expect((await ask(true)).status).toBe(429);
    expect((await ask(false)).status).toBe(429);
    expect(looked).toBe(5);
    vi.advanceTimersByTime(601_000);
    expect((await ask(true)).status).toBe(200);
  });
});
