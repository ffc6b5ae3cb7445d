import { database } from './prisma-client';
import { isSweepOverdue } from './sweep';

export interface Health {
  /** Does the database answer? */
  readonly database: 'ok' | 'unreachable';
  /** Are expired cases erased in time? */
  readonly retention: 'ok' | 'overdue' | 'unknown';
}

/** The state of the store; never throws. */
export async function storeHealth(): Promise<Health> {
  try {
    await (await database()).case.count({ take: 1 });
    return { database: 'ok', retention: (await isSweepOverdue(new Date())) ? 'overdue' : 'ok' };
  } catch {
    return { database: 'unreachable', retention: 'unknown' };
  }
}
