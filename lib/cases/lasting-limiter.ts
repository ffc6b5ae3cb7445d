import { RateLimiterPrisma } from 'rate-limiter-flexible';
import { database } from './prisma-client';

const made = new WeakMap<object, Map<string, RateLimiterPrisma>>();

/** Counters that a restart does not forget, in the database: `points` in `duration` seconds. */
export async function lastingLimiter(name: string, points: number, duration: number): Promise<RateLimiterPrisma> {
  const client = await database();
  const limiters = made.get(client) ?? new Map<string, RateLimiterPrisma>();
  made.set(client, limiters);
  const key = `${name} ${points} ${duration}`;
  const limiter =
    limiters.get(key) ??
    // Who is over the limit is refused from memory, without a write.
    new RateLimiterPrisma({ storeClient: client, tableName: 'rateCounter', keyPrefix: name, points, duration, inMemoryBlockOnConsumed: points + 1, clearExpiredByTimeout: false });
  limiters.set(key, limiter);
  return limiter;
}
