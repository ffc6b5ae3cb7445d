import { RateLimiterMemory, RateLimiterPrisma } from 'rate-limiter-flexible';
import { database } from './prisma-client';

const made = new WeakMap<object, Map<string, RateLimiterPrisma>>();

/**
 * Counters in the database, which a restart does not forget and all instances share: `points` in `duration` seconds.
 * With `insured` it goes on counting in memory while the database cannot be reached.
 */
export async function lastingLimiter(name: string, points: number, duration: number, insured: boolean): Promise<RateLimiterPrisma> {
  const client = await database();
  const limiters = made.get(client) ?? new Map<string, RateLimiterPrisma>();
  made.set(client, limiters);
  const key = `${name} ${points} ${duration}`;
  const limiter =
    limiters.get(key) ??
    new RateLimiterPrisma({
      storeClient: client,
      tableName: 'rateCounter',
      keyPrefix: name,
      points,
      duration,
      // Who is over the limit is refused from memory, without a write.
      inMemoryBlockOnConsumed: points + 1,
      clearExpiredByTimeout: false,
      ...(insured ? { insuranceLimiter: new RateLimiterMemory({ points, duration }) } : {}),
    });
  limiters.set(key, limiter);
  return limiter;
}
