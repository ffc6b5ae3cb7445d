import { brotliCompressSync, constants } from 'node:zlib';

/** A quality that costs less time than it saves in writing. */
export const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** How a text in blocks begins; one that is compressed as a whole begins otherwise. */
const mark = Buffer.from('\u0000blocks\u0001', 'latin1');
/** Bytes of text in a block: enough to compress well, few enough to open one for a window. */
const blockBytes = 256 * 1024;
/** Faster than gzip -6 and smaller; the window is as large as a block (2^18 bytes). */
const blockOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: 18 } };
/** An entry of the index: lines that end in a block, its bytes, and its bytes compressed, each in 32 bits. */
const entryBytes = 12;

/** A block of a text: lines that end in it, its bytes, and where it lies in the content, compressed. */
export interface Block {
  readonly lines: number;
  readonly bytes: number;
  readonly at: number;
  readonly size: number;
}

/** A block before it has its place. */
interface Closed {
  readonly lines: number;
  readonly bytes: number;
  readonly compressed: Uint8Array;
}

/** Compresses a text that comes in pieces, block by block, with an index by which any line is found without opening the others. */
export class BlockWriter {
  readonly #blocks: Closed[] = [];
  #open: Uint8Array[] = [];
  #openBytes = 0;
  /** Of all text so far. */
  bytes = 0;

  /** Takes UTF-8; a block ends where a line does, if one does. */
  add(piece: Uint8Array): void {
    this.bytes += piece.length;
    for (let rest = piece; rest.length > 0; ) {
      const room = blockBytes - this.#openBytes;
      const part = rest.subarray(0, room);
      const line = rest.length > room ? part.lastIndexOf(10) + 1 : 0;
      this.#keep(line > 0 ? rest.subarray(0, line) : part);
      rest = rest.subarray(line > 0 ? line : part.length);
      if (line > 0 || this.#openBytes >= blockBytes) this.#close();
    }
  }

  end(): Uint8Array<ArrayBuffer> {
    this.#close();
    const head = Buffer.alloc(mark.length + 4 + this.#blocks.length * entryBytes);
    mark.copy(head);
    head.writeUInt32LE(this.#blocks.length, mark.length);
    this.#blocks.forEach(({ lines, bytes, compressed }, index) => {
      const at = mark.length + 4 + index * entryBytes;
      [lines, bytes, compressed.length].forEach((value, place) => head.writeUInt32LE(value, at + place * 4));
    });
    return new Uint8Array(Buffer.concat([head, ...this.#blocks.map(({ compressed }) => compressed)]));
  }

  #keep(bytes: Uint8Array): void {
    this.#open.push(new Uint8Array(bytes));
    this.#openBytes += bytes.length;
  }

  #close(): void {
    if (this.#openBytes === 0) return;
    const text = Buffer.concat(this.#open);
    this.#blocks.push({ lines: countLines(text), bytes: text.length, compressed: brotliCompressSync(text, blockOptions) });
    this.#open = [];
    this.#openBytes = 0;
  }
}

function countLines(text: Uint8Array): number {
  let count = 0;
  for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, at + 1)) count++;
  return count;
}

/** Is it a text in blocks? */
export function isInBlocks(content: Uint8Array): boolean {
  return mark.equals(content.subarray(0, mark.length));
}

/** The index of a text in blocks: its blocks in their order, and where it ends. `content` may end there. */
export function indexOf(content: Uint8Array): { readonly blocks: readonly Block[]; readonly end: number } {
  const head = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const count = head.readUInt32LE(mark.length);
  const end = mark.length + 4 + count * entryBytes;
  let from = end;
  const blocks = Array.from({ length: count }, (_, index) => {
    const entry = mark.length + 4 + index * entryBytes;
    const block = { lines: head.readUInt32LE(entry), bytes: head.readUInt32LE(entry + 4), at: from, size: head.readUInt32LE(entry + 8) };
    from += block.size;
    return block;
  });
  return { blocks, end };
}
