import { database } from './prisma-client';
import { isSweepOverdue } from './sweep';

export interface Health {
  /** Does the database answer? */
  readonly database: 'ok' | 'unreachable';
  /** Are expired cases erased in time? */
  readonly retention: 'ok' | 'overdue' | 'unknown';
}

/** In milliseconds: how old an answer of the database may be without asking anew, and how long an old one stands in for a new one. */
const ages = { fresh: 1000, most: 10_000 } as const;

const unreachable: Health = { database: 'unreachable', retention: 'unknown' };

// One a process: modules of a server may be loaded more than once.
const held = globalThis as unknown as { storeHealth?: { health: Health; at: number } | undefined; storeCheck?: Promise<Health> | undefined };

/**
 * The state of the store; never throws. What the database answered before is told, ten seconds old at most, while it is asked
 * anew: who asks often, as probes do, never waits for a busy one.
 */
export async function storeHealth(): Promise<Health> {
  const known = held.storeHealth;
  const age = known ? Date.now() - known.at : Infinity;
  if (known && age < ages.fresh) return known.health;
  const asked = (held.storeCheck ??= check());
  return known && age <= ages.most ? known.health : asked;
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
