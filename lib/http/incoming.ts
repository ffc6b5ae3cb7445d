import type { SentFile } from '../intake/read-evidence';
import { LargeBody } from './large-body';
import type { Room } from './room';

/** So much of a body is held in memory, in bytes; a larger one goes on to a worker as it comes. */
const mostHeld = 4 * 1024 * 1024;

/** Files as they come: held while they are few, handed on to a worker once they are not. */
export class Incoming {
  readonly #held: { readonly name: string | undefined; readonly pieces: Uint8Array[] }[] = [];
  #bytes = 0;
  large: LargeBody | undefined;

  constructor(
    private readonly room: Room,
    private readonly becomesLarge: (body: LargeBody) => void,
  ) {}

  file(name: string | undefined): void {
    if (this.large) this.large.file(name);
    else this.#held.push({ name, pieces: [] });
  }

  /** A piece of the last file; resolves when the next one may come. Throws a Problem. */
  async piece(bytes: Uint8Array): Promise<void> {
    if (this.large) return this.large.piece(bytes);
    this.room.take(bytes.length);
    this.#held.at(-1)?.pieces.push(bytes);
    this.#bytes += bytes.length;
    if (this.#bytes <= mostHeld) return;
    this.large = new LargeBody();
    this.becomesLarge(this.large);
    for (const { name, pieces } of this.#held.splice(0)) {
      this.large.file(name);
      for (const piece of pieces) await this.large.piece(piece);
    }
    this.room.free();
  }

  /** What is held. */
  files(): SentFile[] {
    return this.#held.map(({ name, pieces }) => ({ name, bytes: Buffer.concat(pieces) }));
  }
}
