import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';

// On the threads of libuv: other requests are answered meanwhile.
const [compress, decompress] = [promisify(brotliCompress), promisify(brotliDecompress)];

/** Text as it is stored: UTF-8, compressed by brotli at a quality that costs less time than it saves in writing. */
export async function compressed(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await compress(Buffer.from(text, 'utf8'), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  return new Uint8Array(bytes);
}

/** The text again. */
export async function expanded(bytes: Uint8Array): Promise<string> {
  return (await decompress(bytes)).toString('utf8');
}
