import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDatabase, database } from '../cases/prisma-client';
import { onEachDatabase } from '../cases/testing/each-database';
import type { FreshStore } from '../cases/testing/fresh-store';
import { Problem } from './problem';
import { requireManager } from './manage-request';
import { limitRate } from './rate-limit';

const from = (address: string, path = '/api/cases', method = 'POST') => new Request(`http://x${path}`, { method, headers: { 'x-client-address': address } });

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('how often a client may ask', () => {
  beforeEach(() => vi.useFakeTimers());

  test('beyond the limit it is told when to come again, and others are not held up', async () => {
    vi.stubEnv('DIAGNOSE_PER_HOUR', '3');
    for (let count = 0; count < 3; count++) await limitRate(from('198.51.100.1'), 'diagnose');
    const problem = await limitRate(from('198.51.100.1'), 'diagnose').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 429, headers: { 'Retry-After': '3600', 'RateLimit-Policy': '"diagnose";q=3;w=3600' } });
    await limitRate(from('198.51.100.2'), 'diagnose');
    await limitRate(from('198.51.100.1'), 'read');
  });

  test('tries of manage tokens are counted, before anything is looked up', async () => {
    vi.stubEnv('MANAGE_PER_10_MINUTES', '2');
    const tried = () => requireManager(from('198.51.100.3', '/api/cases/nothing', 'DELETE'), 'nothing').catch((error: unknown) => error);
    expect([await tried(), await tried(), await tried()]).toMatchObject([{ status: 404 }, { status: 404 }, { status: 429 }]);
  });

  test('all of a /64 is one client, and the next network is another', async () => {
    vi.stubEnv('READ_PER_10_MINUTES', '1');
    await limitRate(from('2001:db8:0:5::1'), 'read');
    await expect(limitRate(from('2001:DB8::5:aaaa:bbbb:cccc:dddd'), 'read')).rejects.toBeInstanceOf(Problem);
    await limitRate(from('2001:db8:0:6::1'), 'read');
  });
});

onEachDatabase((fresh) => {
  describe('what a restart does not forget', () => {
    let store: FreshStore;
    beforeEach(async () => {
      store = await fresh();
    });
    afterEach(() => store.close());
    const tried = (work: Promise<unknown>) => work.then(() => 200, (error: unknown) => (error instanceof Problem ? error.status : error));

    test('a client that created enough creates nothing after a restart, either; its address stands nowhere', async () => {
      vi.stubEnv('CREATE_PER_HOUR', '2');
      const ask = () => tried(limitRate(from('198.51.100.77'), 'create'));
      expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
      await closeDatabase();
      expect(await ask()).toBe(429);
      expect(await tried(limitRate(from('198.51.100.78'), 'create'))).toBe(200);
      expect((await store.contents()).includes('198.51.100.7')).toBe(false);
    });

    test('a client that stored enough for a day stores no more', async () => {
      vi.stubEnv('STORED_KIBIBYTES_PER_DAY', '10');
      const ask = (points: number) => tried(limitRate(from('198.51.100.79'), 'stored', points));
      expect([await ask(8), await ask(3), await ask(1)]).toEqual([200, 429, 429]);
    });

    test('where the counters cannot be read nothing is created', async () => {
      await (await database()).$executeRawUnsafe('DROP TABLE "RateCounter"');
      expect(await tried(limitRate(from('198.51.100.80'), 'create'))).not.toBe(200);
    });
  });
});
