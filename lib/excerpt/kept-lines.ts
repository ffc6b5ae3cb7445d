/** A line that was kept: its number, from 1, and its bytes without the ending. */
export interface KeptLine {
  readonly number: number;
  readonly bytes: Uint8Array;
}

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
    if (this.#tail.length === 0 && this.#headBytes + line.bytes.length <= this.headLimit) {
      this.#headBytes += line.bytes.length;
      this.#head.push(line);
      return;
    }
    this.#tail.push(line);
    this.#tailBytes += line.bytes.length;
    while (this.#tailBytes > this.tailLimit && this.#from < this.#tail.length - 1) this.#tailBytes -= this.#tail[this.#from++]?.bytes.length ?? 0;
    if (this.#from > 10_000) {
      this.#tail = this.#tail.slice(this.#from);
      this.#from = 0;
    }
  }

  lines(): KeptLine[] {
    return [...this.#head, ...this.#tail.slice(this.#from)];
  }
}
