import { caseState } from '../cases/read-case';
import { Problem } from './problem';
import { says } from './problem-words';
import { clientKey, countAgainst, pointsLeft } from './rate-limit';

/** What one client looks up in this process at the moment. */
interface Lookups {
  /** Requests that ask here, those that wait included. */
  users: number;
  underWay: number;
  /** Guesses that were counted since the first of these requests came. */
  misses: number;
  waiting: (() => void)[];
}

// One map a process: modules of a server may be loaded more than once.
const held = globalThis as unknown as { caseLookups?: Map<string, Lookups> };

/**
 * Is there a case of this id, for a client that has not guessed too many? Every way to a case asks here first. No more is
 * looked up at once than the client may still guess, so that many guesses at once are no way around the brake; who asks for
 * cases that are there waits for its turn, and is refused nothing. Throws a Problem (429).
 */
export async function lookUp(request: Pick<Request, 'headers'>, id: string): Promise<'there' | 'gone' | undefined> {
  const client = clientKey(request);
  held.caseLookups ??= new Map();
  const mine = held.caseLookups.get(client) ?? { users: 0, underWay: 0, misses: 0, waiting: [] };
  held.caseLookups.set(client, mine);
  mine.users++;
  try {
    await turn(client, mine);
    try {
      const state = await caseState(id);
      if (state === undefined) await countMiss(client, mine);
      return state;
    } finally {
      mine.underWay--;
      for (const ask of mine.waiting.splice(0)) ask();
    }
  } finally {
    mine.users--;
    if (mine.users === 0) held.caseLookups.delete(client);
  }
}

/** The same, where only a case that is or was there will do. Throws a Problem: 404, 429. */
export async function requireKnown(request: Pick<Request, 'headers'>, id: string): Promise<void> {
  if ((await lookUp(request, id)) === undefined) throw new Problem(404, says('noCase'));
}

/** Waits until one more lookup could not be one guess too many. Throws a Problem (429) where too many were counted. */
async function turn(client: string, mine: Lookups): Promise<void> {
  for (;;) {
    const { misses } = mine;
    const left = await pointsLeft(client, 'unknown-case');
    // A guess that was counted meanwhile may not be in what was read.
    if (misses !== mine.misses) continue;
    if (mine.underWay < left) break;
    await new Promise<void>((resolve) => mine.waiting.push(resolve));
  }
  mine.underWay++;
}

/** Counts a guess. Other instances count, too: where they were quicker it is refused as if it had not been looked up. */
async function countMiss(client: string, mine: Lookups): Promise<void> {
  try {
    await countAgainst(client, 'unknown-case');
  } finally {
    mine.misses++;
  }
}
