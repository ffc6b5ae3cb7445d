import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Text as it is stored: UTF-8, compressed by brotli at a quality that costs less time than it saves in writing. */
export function compressed(text: string): Uint8Array<ArrayBuffer> {
  const bytes = brotliCompressSync(Buffer.from(text, 'utf8'), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  return new Uint8Array(bytes);
}

/** The text again. */
export function expanded(bytes: Uint8Array): string {
  return brotliDecompressSync(bytes).toString('utf8');
}
