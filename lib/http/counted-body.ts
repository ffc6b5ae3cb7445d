import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readLimits } from '../intake/limits';
import { Problem } from './problem';
import { says } from './problem-words';
import type { Room } from './room';

/** The body as a stream that ends with a 413 problem as soon as more bytes came than are accepted, unpacked ones too. */
export function countedBody(request: Request): Readable {
  const { uploadBytes } = readLimits();
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > uploadBytes) throw tooLarge(uploadBytes);
  if (!request.body) return Readable.from([]);
  const encoding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return Readable.from(counted(request.body, uploadBytes));
  if (encoding !== 'gzip') throw new Problem(415, says('unknownEncoding', { encoding: /^[\w-]{1,20}$/.test(encoding) ? encoding : '' }));
  const sent = Readable.from(counted(request.body, uploadBytes));
  // In large pieces: each one costs a turn of the event loop.
  const inflated = createGunzip({ chunkSize: 256 * 1024 });
  sent.on('error', (error) => inflated.destroy(error));
  return Readable.from(counted(sent.pipe(inflated), uploadBytes));
}

function tooLarge(limit: number): Problem {
  return new Problem(413, says('tooLarge', { limit }));
}

async function* counted(body: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > limit) throw tooLarge(limit);
    yield chunk;
  }
}

/** The whole body in memory, within the limit of what is read whole; it takes `room`. */
export async function readBody(request: Request, room?: Room): Promise<Buffer> {
  const { wholeBytes } = readLimits();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of countedBody(request) as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > wholeBytes) throw tooLarge(wholeBytes);
      room?.take(chunk.length);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(400, says('wrongEncoding'));
  }
  return Buffer.concat(chunks);
}
