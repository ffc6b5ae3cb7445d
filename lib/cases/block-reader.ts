import { brotliDecompressSync } from 'node:zlib';
import { blocksOf, type Block } from './blocks';

interface Placed extends Block {
  /** Lines that end before it. */
  readonly before: number;
}

/** Reads windows of a text in blocks; only the blocks that hold them are opened, and the last one opened is kept. Lines end at a line feed. */
export class BlockReader {
  /** How many lines and bytes the text has. */
  readonly lines: number;
  readonly bytes: number;
  readonly #blocks: readonly Placed[];
  #opened: { readonly block: Placed | undefined; readonly text: Buffer } = { block: undefined, text: Buffer.alloc(0) };

  constructor(content: Uint8Array) {
    const blocks: Placed[] = [];
    let [before, bytes] = [0, 0];
    for (const block of blocksOf(content)) {
      blocks.push({ ...block, before });
      before += block.lines;
      bytes += block.bytes;
    }
    this.#blocks = blocks;
    const last = blocks.at(-1);
    // A last line without an ending is one as well.
    this.lines = before + (last && this.#open(last).at(-1) !== 10 ? 1 : 0);
    this.bytes = bytes;
  }

  /** So many lines from one on, counted from 0. */
  window(from: number, count: number): string[] {
    const parts = this.#blocks.filter(({ before, lines }) => before < from + count && before + lines >= from);
    const first = parts[0]?.before ?? 0;
    const text = Buffer.concat(parts.map((block) => this.#open(block))).toString('utf8');
    return text.split('\n').slice(from - first, Math.min(from - first + count, this.lines - first));
  }

  #open(block: Placed): Buffer {
    if (this.#opened.block !== block) this.#opened = { block, text: brotliDecompressSync(block.compressed) };
    return this.#opened.text;
  }
}
