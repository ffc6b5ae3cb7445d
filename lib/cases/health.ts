import { database } from './prisma-client';
import { isSweepOverdue } from './sweep';

export interface Health {
  /** Does the database answer? */
  readonly database: 'ok' | 'unreachable';
  /** Are expired cases erased in time? */
  readonly retention: 'ok' | 'overdue' | 'unknown';
}

/** In milliseconds: how old an answer of the database may be without asking anew, how long a new one is waited for, and how long an old one stands in for it. */
const ages = { fresh: 1000, wait: 100, most: 10_000 } as const;

const unreachable: Health = { database: 'unreachable', retention: 'unknown' };

// One a process: modules of a server may be loaded more than once.
const held = globalThis as unknown as { storeHealth?: { health: Health; at: number } | undefined; storeCheck?: Promise<Health> | undefined };

/**
 * The state of the store; never throws. Where the database takes its time, which a busy one does, what it answered before is
 * told, ten seconds old at most.
 */
export async function storeHealth(): Promise<Health> {
  const known = held.storeHealth;
  const age = known ? Date.now() - known.at : Infinity;
  if (known && age < ages.fresh) return known.health;
  const asked = (held.storeCheck ??= check());
  if (!known || age > ages.most) return asked;
  return Promise.race([asked, new Promise<Health>((resolve) => setTimeout(() => resolve(known.health), ages.wait))]);
}

async function check(): Promise<Health> {
  let health = unreachable;
  try {
    await (await database()).case.count({ take: 1 });
    health = { database: 'ok', retention: (await isSweepOverdue(new Date())) ? 'overdue' : 'ok' };
  } catch {
    // It is unreachable.
  }
  held.storeHealth = { health, at: Date.now() };
  held.storeCheck = undefined;
  return health;
}
