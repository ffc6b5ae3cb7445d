import { readLimits } from '../intake/limits';
import { Problem } from './problem';
import { says } from './problem-words';

// One count a process: modules of a server may be loaded more than once.
const held = globalThis as unknown as { bytesOfBodies?: number };

/** The bytes of one body that are held in memory; those of all bodies together are bounded. */
export class Room {
  #taken = 0;

  /** Throws a Problem where the bodies of others fill the room. */
  take(bytes: number): void {
    const all = (held.bytesOfBodies ?? 0) + bytes;
    if (all > readLimits().heldBytes) throw new Problem(503, says('manyBodies'), { 'Retry-After': '5' });
    held.bytesOfBodies = all;
    this.#taken += bytes;
  }

  /** Gives back all that was taken. */
  free(): void {
    held.bytesOfBodies = (held.bytesOfBodies ?? 0) - this.#taken;
    this.#taken = 0;
  }
}
