import { copied } from './bytes';

/** A line that was kept: its number, from 1, and its bytes without the ending. */
export interface KeptLine {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** What a line costs besides its bytes: the objects that hold it, in V8 about this much. */
const overhead = 100;
const sizeOf = (line: Place | undefined) => (line ? line.end - line.start + overhead : 0);

/** Where a line of the tail stands in its buffer. */
interface Place {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Keeps lines within a number of bytes: the first ones, and the last ones, for the cause of a failure stands at the end of
 * a log, and versions and settings at its beginning. What is over falls out in between. The last ones stand in one buffer:
 * in a storm of errors nearly all of them fall out again, and an array for each would cost more than the search.
 */
export class KeptLines {
  readonly #head: KeptLine[] = [];
  #headBytes = 0;
  #tail: Place[] = [];
  #tailBytes = 0;
  /** Where the tail begins: lines before it fell out. */
  #from = 0;
  #buffer = new Uint8Array(0);
  /** How far the buffer is written. */
  #written = 0;

  constructor(
    private readonly headLimit: number,
    private readonly tailLimit: number,
  ) {}

  /** Takes a copy of `bytes[start]` to `bytes[end]`. */
  add(number: number, bytes: Uint8Array, start: number, end: number): void {
    const size = end - start + overhead;
    if (this.#tail.length === 0 && this.#headBytes + size <= this.headLimit) {
      this.#headBytes += size;
      this.#head.push({ number, bytes: copied(bytes, start, end) });
      return;
    }
    if (this.#written + end - start > this.#buffer.length) this.#makeRoom(end - start);
    const at = this.#written;
    this.#buffer.set(bytes.subarray(start, end), at);
    this.#written += end - start;
    this.#tail.push({ number, start: at, end: this.#written });
    this.#tailBytes += size;
    while (this.#tailBytes > this.tailLimit && this.#from < this.#tail.length - 1) this.#tailBytes -= sizeOf(this.#tail[this.#from++]);
  }

  lines(): KeptLine[] {
    return [...this.#head, ...this.#tail.slice(this.#from).map(({ number, start, end }) => ({ number, bytes: this.#buffer.subarray(start, end) }))];
  }

  /** Moves what is still kept to the beginning of the buffer. */
  #makeRoom(length: number): void {
    const kept = this.#tail.slice(this.#from);
    const first = kept[0]?.start ?? this.#written;
    const size = this.#written - first + length;
    const before = this.#buffer;
    if (size * 2 > before.length) this.#buffer = new Uint8Array(size * 4);
    this.#buffer.set(before.subarray(first, this.#written));
    this.#tail = kept.map(({ number, start, end }) => ({ number, start: start - first, end: end - first }));
    this.#written -= first;
    this.#from = 0;
  }
}
