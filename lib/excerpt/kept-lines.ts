/** A line that was kept: its number, from 1, and its bytes without the ending. */
export interface KeptLine {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** What a line costs besides its bytes: the objects that hold it, in V8 about this much. */
const overhead = 100;
const sizeOf = (line: KeptLine | undefined) => (line ? line.bytes.length + overhead : 0);

/**
 * Keeps lines within a number of bytes: the first ones, and the last ones, for the cause of a failure stands at the end of
 * a log, and versions and settings at its beginning. What is over falls out in between.
 */
export class KeptLines {
  readonly #head: KeptLine[] = [];
  #tail: KeptLine[] = [];
  #headBytes = 0;
  #tailBytes = 0;
  /** Where the tail begins: lines before it fell out. */
  #from = 0;

  constructor(
    private readonly headLimit: number,
    private readonly tailLimit: number,
  ) {}

  add(line: KeptLine): void {
    if (this.#tail.length === 0 && this.#headBytes + sizeOf(line) <= this.headLimit) {
      this.#headBytes += sizeOf(line);
      this.#head.push(line);
      return;
    }
    this.#tail.push(line);
    this.#tailBytes += sizeOf(line);
    while (this.#tailBytes > this.tailLimit && this.#from < this.#tail.length - 1) this.#tailBytes -= sizeOf(this.#tail[this.#from++]);
    if (this.#from > 10_000) {
      this.#tail = this.#tail.slice(this.#from);
      this.#from = 0;
    }
  }

  lines(): KeptLine[] {
    return [...this.#head, ...this.#tail.slice(this.#from)];
  }
}
