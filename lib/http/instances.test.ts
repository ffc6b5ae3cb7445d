import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onEachDatabase } from '../cases/testing/each-database';
import { someCase, type FreshStore } from '../cases/testing/fresh-store';

/** All modules anew, as in a process of its own: with another client of the database, and nothing in memory. */
async function startInstance() {
  vi.resetModules();
  delete (globalThis as { rateLimiters?: unknown }).rateLimiters;
  const [{ lookUp }, { tryPassword }, { limitRate }, { Problem }, creation, { openCase, AlreadyOpened }, { sweepInTurn }, { database, closeDatabase }, { StorageFull }, lock] = await Promise.all([
    import('./guessing'), import('./case-lock'), import('./rate-limit'), import('./problem'), import('../cases/creation'), import('../cases/open-case'),
    import('../cases/sweep'), import('../cases/prisma-client'), import('../cases/storage-error'), import('../cases/lock'),
  ]);
  return { lookUp, tryPassword, limitRate, Problem, creation, openCase, AlreadyOpened, sweepInTurn, database, closeDatabase, StorageFull, lock };
}
type Instance = Awaited<ReturnType<typeof startInstance>>;

let clients = 0;
const from = (address: string) => new Request('http://x/api/cases/aaaaaaaaaaaaaaaaaaaaaa', { headers: { 'x-client-address': address } });

onEachDatabase((fresh, kind) => {
  let store: FreshStore;
  let one: Instance;
  let other: Instance;
  beforeEach(async () => {
    store = await fresh();
    one = await startInstance();
    other = await startInstance();
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await one.closeDatabase();
    await other.closeDatabase();
    await store.close();
  });
  /** What the instances answer in turn. */
  async function inTurn(times: number, ask: (instance: Instance) => Promise<unknown>): Promise<unknown[]> {
    const answers: unknown[] = [];
    for (let count = 0; count < times; count++) {
      // What a server keeps for all its modules is one instance's alone.
      delete (globalThis as { rateLimiters?: unknown }).rateLimiters;
      const instance = count % 2 === 0 ? one : other;
      answers.push(await ask(instance).then(() => 'done', (error: unknown) => (error instanceof instance.Problem ? error.status : error)));
    }
    return answers;
  }

  // A file has one server, whose memory may hold what is cheap to lose.
  const rates = kind === 'SQLite' ? (['create', 'stored', 'password'] as const) : (['create', 'stored', 'password', 'diagnose', 'read', 'manage'] as const);
  test.each(rates)('what a client may do of "%s" it may do once, wherever it asks', async (what) => {
    for (const name of ['CREATE_PER_HOUR', 'STORED_KIBIBYTES_PER_DAY', 'PASSWORDS_PER_HOUR', 'DIAGNOSE_PER_HOUR', 'READ_PER_10_MINUTES', 'MANAGE_PER_10_MINUTES']) vi.stubEnv(name, '3');
    expect(await inTurn(5, ({ limitRate }) => limitRate(from('198.51.100.1'), what))).toEqual(['done', 'done', 'done', 429, 429]);
    expect(await inTurn(1, ({ limitRate }) => limitRate(from('198.51.100.2'), what))).toEqual(['done']);
  });

  test('of many at once, here and there, no more go through than may', async () => {
    vi.stubEnv('CREATE_PER_HOUR', '7');
    const asked = await Promise.all(Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? one : other).limitRate(from('198.51.100.3'), 'create').then(() => true, () => false)));
    expect(asked.filter(Boolean)).toHaveLength(7);
  });

  test('many wrong passwords at once are looked at no more often than may be; a right one takes nothing', async () => {
    vi.stubEnv('PASSWORDS_PER_HOUR', '4');
    const passwordHash = await one.lock.hashPassword('correct horse');
    const looked = { id: 'a'.repeat(22), passwordHash };
    for (let count = 0; count < 6; count++) await (count % 2 === 0 ? one : other).tryPassword(from('198.51.100.4'), looked, 'correct horse');
    const tried = await Promise.all(Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? one : other).tryPassword(from('198.51.100.4'), looked, `wrong ${index}`).catch((error: { status: number }) => error.status)));
    expect(tried.filter((status) => status === 403)).toHaveLength(4);
    expect(tried.filter((status) => status === 429)).toHaveLength(8);
  });

  test('wrong passwords of many clients for one case are counted together', async () => {
    vi.stubEnv('PASSWORDS_PER_HOUR', '1');
    const looked = { id: 'b'.repeat(22), passwordHash: await one.lock.hashPassword('correct horse') };
    const tried = await inTurn(7, (instance) => instance.tryPassword(from(`203.0.113.${++clients}`), looked, 'wrong'));
    expect(tried).toEqual([403, 403, 403, 403, 403, 429, 429]);
  });

  test.runIf(kind === 'PostgreSQL')('a brake on guessing that one instance pulls holds at the other', async () => {
    vi.stubEnv('UNKNOWN_PER_10_MINUTES', '4');
    const guess = ({ lookUp }: Instance) => lookUp(from('198.51.100.5'), 'a'.repeat(22));
    expect(await inTurn(6, guess)).toEqual(['done', 'done', 'done', 'done', 429, 429]);
  });

  test.runIf(kind === 'PostgreSQL')('of many guesses at once, here and there, no more are told to be wrong than may be made', async () => {
    vi.stubEnv('UNKNOWN_PER_10_MINUTES', '4');
    const guessed = await Promise.all(Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? one : other).lookUp(from('198.51.100.6'), 'a'.repeat(22)).then(() => 404, (error: { status: number }) => error.status)));
    expect([guessed.filter((status) => status === 404), guessed.filter((status) => status === 429)].map(({ length }) => length)).toEqual([4, 36]);
  });

  test('a request that comes to both at once opens one case', async () => {
    const request = { client: 'c', key: 'b7c7a9c2-5e53-4c59-9a2b-1f0c2b7e9d11', content: 'x' };
    const opened = await Promise.allSettled([one, other].map(({ openCase }) => openCase({ ...someCase(), request })));
    expect(opened.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [first, second] = await Promise.all([one, other].map(({ creation }) => creation.earlierCreation(request)));
    expect(first).toMatchObject({ id: expect.any(String) as string });
    expect(second).toEqual(first);
  });

  test('what one stores counts against the room of the other', async () => {
    await one.openCase(someCase());
    vi.stubEnv('MAX_TOTAL_BYTES', '1024');
    await expect(other.openCase(someCase())).rejects.toBeInstanceOf(other.StorageFull);
  });

  test('expired cases are erased by one of two that are due at once, and by nobody again before the time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => one.openCase(someCase())));
    const client = await one.database();
    await client.case.updateMany({ data: { expiresAt: new Date(1000) } });
    const swept = await Promise.all([one.sweepInTurn(), other.sweepInTurn(), one.sweepInTurn(), other.sweepInTurn()]);
    expect(swept.filter((erased) => erased !== undefined)).toEqual([8]);
    expect([await one.sweepInTurn(), await other.sweepInTurn()]).toEqual([undefined, undefined]);
    expect(await client.job.findMany()).toMatchObject([{ name: 'sweep', runs: 1 }]);
  });

  test('the job of an instance that died is taken over, and not before nobody heard of it for a minute', async () => {
    const client = await one.database();
    await one.sweepInTurn();
    await client.job.updateMany({ data: { holder: 'dead', until: new Date(Date.now() + 2000) } });
    expect(await other.sweepInTurn()).toBeUndefined();
    await client.job.updateMany({ data: { until: new Date() } });
    expect(await other.sweepInTurn()).toBe(0);
  });
});
