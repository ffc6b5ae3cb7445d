import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, brotliDecompress } from 'node:zlib';
import { BlockReader } from './block-reader';
import { BlockWriter, brotliOptions, isInBlocks } from './blocks';

// On the threads of libuv: other requests are answered meanwhile.
const [compress, decompress] = [promisify(brotliCompress), promisify(brotliDecompress)];
/** A longer text, in characters, is stored in blocks, so that a window of it can be read alone. */
const longest = 1024 * 1024;

/** Text as it is stored: UTF-8, compressed by brotli. */
export async function compressed(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await compress(Buffer.from(text, 'utf8'), brotliOptions));
}

/** The same at once, in blocks where it is long: for a thread that does nothing else. */
export function compressedNow(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(text, 'utf8');
  if (text.length <= longest) return new Uint8Array(brotliCompressSync(bytes, brotliOptions));
  const writer = new BlockWriter();
  writer.add(bytes);
  return writer.end();
}

/** A text as it is stored: there whole, or in blocks that may lie elsewhere. */
export type Content = Uint8Array | BlockReader;

/** What reads a content in blocks; `undefined` for one that is compressed as a whole. */
export function readerOf(content: Content): BlockReader | undefined {
  if (content instanceof BlockReader) return content;
  return isInBlocks(content) ? BlockReader.over(content) : undefined;
}

/** The text again. */
export async function expanded(content: Content): Promise<string> {
  return (await expandedBytes(content)).toString('utf8');
}

/** A window of a text, and how many lines the text has. Lines end at a line feed. */
export interface Lines {
  readonly text: string;
  readonly lines: number;
}

/** So many lines from one on, counted from 0; of a text in blocks only those that hold them are opened. */
export async function expandedLines(content: Content, from: number, count: number): Promise<Lines> {
  const reader = readerOf(content);
  if (reader) return { text: (await reader.window(from, count)).join('\n'), lines: await reader.lines() };
  const lines = (await expanded(content)).split('\n');
  // An ending at the very end begins no new line.
  if (lines.at(-1) === '') lines.pop();
  return { text: lines.slice(from, from + count).join('\n'), lines: lines.length };
}

/** The text as UTF-8. */
export async function expandedBytes(content: Content): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of expandedPieces(content)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The text as UTF-8, piece by piece: of one in blocks no more than one is held. */
export async function* expandedPieces(content: Content): AsyncGenerator<Buffer> {
  const reader = readerOf(content);
  if (reader) yield* reader.pieces();
  else if (content instanceof Uint8Array) yield decompress(content);
}
