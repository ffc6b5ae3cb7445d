import { afterEach, expect, test, vi } from 'vitest';
import { storeHealth } from './health';
import { database } from './prisma-client';

vi.mock('./prisma-client', () => ({ database: vi.fn() }));
vi.mock('./sweep', () => ({ isSweepOverdue: () => Promise.resolve(false) }));
const answers = { case: { count: () => Promise.resolve(0) } } as unknown as Awaited<ReturnType<typeof database>>;

afterEach(() => {
  vi.useRealTimers();
});

test('a probe does not wait for a database that takes its time, ten seconds long; then it does, and is told the truth', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.mocked(database).mockResolvedValue(answers);
  expect(await storeHealth()).toEqual({ database: 'ok', retention: 'ok' });

  let fail: (error: Error) => void = () => undefined;
  vi.mocked(database).mockReturnValue(new Promise((_, reject) => (fail = reject)));
  vi.setSystemTime(Date.now() + 2000);
  expect(await storeHealth()).toEqual({ database: 'ok', retention: 'ok' });
  vi.setSystemTime(Date.now() + 9000);
  const late = storeHealth();
  expect(await Promise.race([late, Promise.resolve('waits')])).toBe('waits');
  fail(new Error('away'));
  expect(await late).toEqual({ database: 'unreachable', retention: 'unknown' });
});
