import { ordinaryText } from './ordinary-text';

/** Called for each place of a phrase: its number in the table, and the offset of its first byte. */
export type Found = (phrase: number, at: number) => void;

/** Bytes of a phrase that are looked for; a shorter one makes every step shorter. */
export const windowLength = 8;

interface Phrase {
  readonly number: number;
  /** ASCII, in small letters; a part of the bytes of all phrases. */
  readonly bytes: Uint8Array;
  /** Where its rarest window begins. */
  readonly offset: number;
}

interface Table {
  /** How far to go on from a block of three bytes that ends a window. */
  readonly shift: Uint8Array;
  /** The phrases whose window ends with a block. */
  readonly buckets: readonly (readonly Phrase[] | undefined)[];
  /** Marks what stands at the end of some window, the last block and the one before it (`pairOf`): most places that end with a known block end no window. */
  readonly pairs: Uint8Array;
}

/**
 * Finds many phrases in one pass over bytes, without regard to the case of ASCII letters (Wu and Manber, A fast algorithm for
 * multi-pattern searching, 1994: a table says for every three bytes how far the next window may be). Linear for ordinary
 * text; at worst each place is compared with the phrases of one bucket. A phrase needs at least `windowLength` bytes.
 */
export class PhraseTable {
  readonly #phrases: readonly string[];
  #made: Table | undefined;

  constructor(phrases: readonly string[]) {
    this.#phrases = phrases;
  }

  /** Looks through `bytes[from]` to `bytes[to]`. What is found is not quite in order: by where the windows end. */
  scan(bytes: Uint8Array, from: number, to: number, found: Found): void {
    // Made when it is first asked: not every evidence needs every table, and a program has to start at once.
    const { shift, buckets, pairs } = (this.#made ??= tableOf(this.#phrases));
    let end = from + windowLength - 1;
    while (end < to) {
      // Written out: this is the loop that every byte of a log goes through.
      const block = (((bytes[end - 2] ?? 0) & 31) << 10) | (((bytes[end - 1] ?? 0) & 31) << 5) | ((bytes[end] ?? 0) & 31);
      const step = shift[block] ?? 0;
      if (step > 0) {
        end += step;
        continue;
      }
      if (pairs[pairOf(block, blockAt(bytes, end - 3))] === 1) tellAll(buckets[block] ?? [], bytes, from, to, end, found);
      end++;
    }
  }
}

/** Tells of the phrases that stand where a window ends. */
function tellAll(phrases: readonly Phrase[], bytes: Uint8Array, from: number, to: number, end: number, found: Found): void {
  for (const phrase of phrases) {
    const start = end - windowLength + 1 - phrase.offset;
    if (start >= from && isAt(bytes, start, to, phrase.bytes)) found(phrase.number, start);
  }
}

function tableOf(phrases: readonly string[]): Table {
  const shift = new Uint8Array(blocks).fill(windowLength - 2);
  const buckets = new Array<Phrase[] | undefined>(blocks).fill(undefined);
  const pairs = new Uint8Array(1 << 16);
  const encoded = encodeAll(phrases);
  const common = countBlocks(encoded);
  encoded.forEach((bytes, number) => {
    const offset = rarestWindow(bytes, common);
    for (let end = 2; end < windowLength; end++) {
      const block = blockAt(bytes, offset + end);
      shift[block] = Math.min(shift[block] ?? 0, windowLength - 1 - end);
    }
    const last = offset + windowLength - 1;
    (buckets[blockAt(bytes, last)] ??= []).push({ number, bytes, offset });
    pairs[pairOf(blockAt(bytes, last), blockAt(bytes, last - 3))] = 1;
  });
  return { shift, buckets, pairs };
}

/** The bytes of each phrase, cut from those of all: an array for each by itself would take as long as the rest of the table. */
function encodeAll(phrases: readonly string[]): Uint8Array[] {
  const wrong = phrases.find((phrase) => phrase.length < windowLength || !isAscii.test(phrase));
  if (wrong !== undefined) throw new Error(`a phrase needs ${windowLength} characters of ASCII: ${wrong}`);
  const all = new TextEncoder().encode(phrases.join(''));
  let start = 0;
  return phrases.map(({ length }) => all.subarray(start, (start += length)));
}

const isAscii = /^[\x20-\x7e]*$/;

/** Two blocks as one number of 16 bits. */
function pairOf(block: number, before: number): number {
  return (block * 31 + before * 1021) & 0xffff;
}

function isAt(bytes: Uint8Array, start: number, to: number, phrase: Uint8Array): boolean {
  if (start + phrase.length > to) return false;
  for (let index = 0; index < phrase.length; index++) {
    const byte = bytes[start + index] ?? 0;
    // Large letters as small ones.
    if ((byte >= 65 && byte <= 90 ? byte + 32 : byte) !== phrase[index]) return false;
  }
  return true;
}

/** Five bits of each of three bytes: large and small letters fall together. */
const blocks = 1 << 15;

function blockAt(bytes: Uint8Array, end: number): number {
  return (((bytes[end - 2] ?? 0) & 31) << 10) | (((bytes[end - 1] ?? 0) & 31) << 5) | ((bytes[end] ?? 0) & 31);
}

/** What a block costs that stands once in ordinary text, beside one that stands once in a phrase. */
const ordinary = 4096;
/** The last block of a window decides whether its phrases are compared, so it counts more than the others. */
const lastBlock = 16;

/** How common a block is: in ordinary text first of all, then in the phrases themselves. */
function countBlocks(phrases: readonly Uint8Array[]): Float64Array {
  const counts = new Float64Array(blocks);
  const count = (bytes: Uint8Array, weight: number) => {
    for (let end = 2; end < bytes.length; end++) {
      const block = blockAt(bytes, end);
      counts[block] = (counts[block] ?? 0) + weight;
    }
  };
  for (const bytes of phrases) count(bytes, 1);
  count(new TextEncoder().encode(ordinaryText), ordinary);
  return counts;
}

/** Where the window begins whose blocks are the least common. */
function rarestWindow(bytes: Uint8Array, common: Float64Array): number {
  const costs: number[] = [];
  let [best, least, sum] = [0, Infinity, 0];
  for (let end = 2; end < bytes.length; end++) {
    const cost = common[blockAt(bytes, end)] ?? 0;
    costs.push(cost);
    // The blocks of one window: what it gains at its end it loses at its beginning.
    sum += cost - (costs[costs.length - windowLength + 1] ?? 0);
    const total = sum + cost * (lastBlock - 1);
    if (end >= windowLength - 1 && total < least) [least, best] = [total, end - windowLength + 1];
  }
  return best;
}
