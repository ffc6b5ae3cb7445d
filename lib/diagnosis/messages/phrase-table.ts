/** Called for each place of a phrase: its number in the table, and the offset of its first byte. */
export type Found = (phrase: number, at: number) => void;

/** Bytes of a phrase that are looked for; a shorter one makes every step shorter. */
export const windowLength = 8;

/**
 * Finds many phrases in one pass over bytes, without regard to the case of ASCII letters (Wu and Manber, A fast algorithm for multi-pattern
 * searching, 1994: a table says for every three bytes how far the next window may be). Linear for ordinary text; at worst each place is
 * compared with the phrases of one bucket. Phrases need at least `windowLength` bytes and are matched by their rarest window alone.
 */
export class PhraseTable {
  /** How far to go on from a block of three bytes that ends a window. */
  readonly #shift = new Uint8Array(blocks).fill(windowLength - 2);
  /** Numbers of the windows that end with a block. */
  readonly #buckets = new Map<number, Int32Array>();
  /** The windows, one after the other, in small letters. */
  readonly #windows: Uint8Array;
  /** The phrases of a window, and where in the phrase the window begins. */
  readonly #phrases: { readonly phrase: number; readonly offset: number }[][] = [];

  constructor(phrases: readonly string[]) {
    const common = countBlocks(phrases);
    const numbers = new Map<string, number>();
    phrases.forEach((phrase, index) => {
      const offset = rarestWindow(phrase, common);
      const window = phrase.slice(offset, offset + windowLength);
      const number = numbers.get(window) ?? numbers.size;
      numbers.set(window, number);
      (this.#phrases[number] ??= []).push({ phrase: index, offset });
    });
    this.#windows = new TextEncoder().encode([...numbers.keys()].join(''));
    const buckets = new Map<number, number[]>();
    for (let number = 0; number < numbers.size; number++) {
      const start = number * windowLength;
      for (let end = 2; end < windowLength; end++) {
        const block = blockAt(this.#windows, start + end);
        this.#shift[block] = Math.min(this.#shift[block] ?? 0, windowLength - 1 - end);
      }
      const last = blockAt(this.#windows, start + windowLength - 1);
      buckets.set(last, [...(buckets.get(last) ?? []), number]);
    }
    for (const [block, list] of buckets) this.#buckets.set(block, Int32Array.from(list));
  }

  /** Looks through `bytes[from]` to `bytes[to]`; a phrase that reaches over an end may still be found by its window. */
  scan(bytes: Uint8Array, from: number, to: number, found: Found): void {
    const shift = this.#shift;
    let end = from + windowLength - 1;
    while (end < to) {
      // Written out: this is the loop that every byte of a log goes through.
      const block = (((bytes[end - 2] ?? 0) & 31) << 10) | (((bytes[end - 1] ?? 0) & 31) << 5) | ((bytes[end] ?? 0) & 31);
      const step = shift[block] ?? 0;
      if (step > 0) {
        end += step;
        continue;
      }
      const start = end - windowLength + 1;
      for (const number of this.#buckets.get(block) ?? []) {
        if (this.#isAt(bytes, start, number)) for (const { phrase, offset } of this.#phrases[number] ?? []) found(phrase, start - offset);
      }
      end++;
    }
  }

  #isAt(bytes: Uint8Array, start: number, number: number): boolean {
    const first = number * windowLength;
    for (let index = 0; index < windowLength; index++) {
      if (inSmall(bytes[start + index] ?? 0) !== this.#windows[first + index]) return false;
    }
    return true;
  }
}

/** Five bits of each of three bytes: large and small letters fall together. */
const blocks = 1 << 15;

function blockAt(bytes: Uint8Array, end: number): number {
  return (((bytes[end - 2] ?? 0) & 31) << 10) | (((bytes[end - 1] ?? 0) & 31) << 5) | ((bytes[end] ?? 0) & 31);
}

function inSmall(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

/** How often a block stands in the phrases themselves: the best guess of what is common that needs no other text. */
function countBlocks(phrases: readonly string[]): Uint32Array {
  const counts = new Uint32Array(blocks);
  for (const phrase of phrases) {
    const bytes = new TextEncoder().encode(phrase);
    for (let end = 2; end < bytes.length; end++) {
      const block = blockAt(bytes, end);
      counts[block] = (counts[block] ?? 0) + 1;
    }
  }
  return counts;
}

/** Where the window begins whose blocks are the least common. Throws where the phrase is too short or not ASCII. */
function rarestWindow(phrase: string, common: Uint32Array): number {
  const bytes = new TextEncoder().encode(phrase);
  if (bytes.length < windowLength || bytes.length !== phrase.length) throw new Error(`a phrase needs ${windowLength} characters of ASCII: ${phrase}`);
  let best = 0;
  let least = Infinity;
  for (let start = 0; start + windowLength <= bytes.length; start++) {
    let sum = 0;
    for (let end = start + 2; end < start + windowLength; end++) sum += common[blockAt(bytes, end)] ?? 0;
    if (sum < least) [least, best] = [sum, start];
  }
  return best;
}
