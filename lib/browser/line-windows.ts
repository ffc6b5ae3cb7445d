/** Lines that are fetched at once, and how many such windows are kept: about 15 MB of an ordinary log. */
const windowLines = 500;
const mostKept = 120;
/** Who scrolls passes over windows: one is fetched once it is looked at for so long, in milliseconds. */
const pause = 60;

/** Fetches so many lines from one on, counted from 1. */
export type ReadLines = (from: number, count: number, signal: AbortSignal) => Promise<readonly string[]>;

/** Reads the lines of a large text of the server as they are looked at, window by window, and forgets those that were looked at long ago. */
export class LineWindows {
  readonly #kept = new Map<number, readonly string[]>();
  readonly #underWay = new Map<number, AbortController>();
  readonly #listeners = new Set<() => void>();
  #wanted = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #version = 0;
  /** Why the last window could not be read. */
  problem: string | undefined;

  constructor(private readonly read: ReadLines) {}

  /** A line (from 0), where it is at hand. */
  lineAt(line: number): string | undefined {
    return this.#kept.get(windowOf(line))?.[line % windowLines];
  }

  /** Says which lines (from 0) are looked at now; what is looked at no more is not fetched further. */
  look(lines: readonly number[]): void {
    const wanted = new Set(lines.map(windowOf));
    for (const one of wanted) this.#touch(one);
    if (wanted.size === this.#wanted.size && [...wanted].every((one) => this.#wanted.has(one))) return;
    this.#wanted = wanted;
    this.#start(pause);
  }

  /** Tries again what could not be read. */
  again(): void {
    this.problem = undefined;
    this.#start(0);
    this.#tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Grows with each change. */
  readonly version = (): number => this.#version;

  #start(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fetch(), after);
  }

  #fetch(): void {
    for (const [one, stop] of this.#underWay) if (!this.#wanted.has(one)) stop.abort();
    for (const one of this.#wanted) if (!this.#kept.has(one) && !this.#underWay.has(one)) void this.#readWindow(one);
  }

  async #readWindow(one: number): Promise<void> {
    const stop = new AbortController();
    this.#underWay.set(one, stop);
    try {
      this.#kept.set(one, await this.read(one * windowLines + 1, windowLines, stop.signal));
      this.problem = undefined;
      for (const oldest of this.#kept.keys()) if (this.#kept.size > mostKept) this.#kept.delete(oldest);
    } catch (error) {
      if (!stop.signal.aborted) this.problem = error instanceof Error ? error.message : String(error);
    } finally {
      this.#underWay.delete(one);
    }
    // What was left while it was under way, and is looked at again.
    if (stop.signal.aborted && this.#wanted.has(one)) this.#start(0);
    this.#tell();
  }

  /** What was looked at last is forgotten last. */
  #touch(one: number): void {
    const lines = this.#kept.get(one);
    if (!lines) return;
    this.#kept.delete(one);
    this.#kept.set(one, lines);
  }

  #tell(): void {
    this.#version++;
    for (const listener of this.#listeners) listener();
  }
}

function windowOf(line: number): number {
  return Math.floor(line / windowLines);
}
