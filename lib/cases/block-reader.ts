import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { indexOf, type Block } from './blocks';

const decompress = promisify(brotliDecompress);
/** Compressed bytes that are read at once where a text is read from its beginning to its end. */
const atOnce = 1024 * 1024;

/** Gives the bytes of a content from one up to another, which is not among them. */
export type ReadBytes = (from: number, end: number) => Promise<Uint8Array>;

interface Placed extends Block {
  /** Lines that end before it. */
  readonly before: number;
}

/** Reads a text in blocks; only the blocks that are asked for are read and opened, and the last one opened is kept. Lines end at a line feed. */
export class BlockReader {
  /** How many bytes the text has. */
  readonly bytes: number;
  readonly #blocks: readonly Placed[];
  /** Where the content ends. */
  readonly #end: number;
  readonly #read: ReadBytes;
  #lines: Promise<number> | undefined;
  #opened: { readonly block: Block; readonly text: Promise<Buffer> } | undefined;

  /** `content` may end after the index of the blocks; `read` gives what follows it. */
  constructor(content: Uint8Array, read: ReadBytes) {
    let [before, bytes] = [0, 0];
    const index = indexOf(content);
    this.#blocks = index.blocks.map((block) => {
      const placed = { ...block, before };
      before += block.lines;
      bytes += block.bytes;
      return placed;
    });
    this.bytes = bytes;
    this.#end = index.blocks.reduce((_, { at, size }) => at + size, index.end);
    this.#read = read;
  }

  /** Of a content that is there whole. */
  static over(content: Uint8Array): BlockReader {
    return new BlockReader(content, (from, end) => Promise.resolve(content.subarray(from, end)));
  }

  /** How many lines the text has; its last block is opened for it, once. */
  lines(): Promise<number> {
    return (this.#lines ??= this.#count());
  }

  /** So many lines from one on, counted from 0. */
  async window(from: number, count: number): Promise<string[]> {
    const parts = this.#blocks.filter(({ before, lines }) => before < from + count && before + lines >= from);
    const first = parts[0]?.before ?? 0;
    const texts = [];
    for (const block of parts) texts.push(await this.#open(block));
    return Buffer.concat(texts).toString('utf8').split('\n').slice(from - first, Math.min(from - first + count, (await this.lines()) - first));
  }

  /** The text as UTF-8 from its beginning to its end, a block at a time. */
  async *pieces(): AsyncGenerator<Buffer> {
    for (const group of groupsOf(this.#blocks)) {
      const from = group[0]?.at ?? 0;
      const bytes = await this.#read(from, group.reduce((_, { at, size }) => at + size, from));
      for (const { at, size } of group) yield decompress(bytes.subarray(at - from, at - from + size));
    }
  }

  /** The content as it was written, index and all. */
  whole(): Promise<Uint8Array> {
    return this.#read(0, this.#end);
  }

  async #count(): Promise<number> {
    const last = this.#blocks.at(-1);
    // A last line without an ending is one as well.
    return last ? last.before + last.lines + ((await this.#open(last)).at(-1) === 10 ? 0 : 1) : 0;
  }

  #open(block: Block): Promise<Buffer> {
    if (this.#opened?.block !== block) this.#opened = { block, text: this.#read(block.at, block.at + block.size).then((bytes) => decompress(bytes)) };
    return this.#opened.text;
  }
}

/** Blocks that lie behind each other, in groups that are read at once. */
function* groupsOf(blocks: readonly Block[]): Generator<readonly Block[]> {
  let group: Block[] = [];
  for (const block of blocks) {
    if (group[0] && block.at + block.size - group[0].at > atOnce) {
      yield group;
      group = [];
    }
    group.push(block);
  }
  if (group.length > 0) yield group;
}
