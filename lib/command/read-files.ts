import { createReadStream, readFileSync, statSync } from 'node:fs';
import { Excerpt } from '../excerpt/excerpt';
import { isLog } from '../excerpt/line-rule';
import { archiveKind } from '../intake/archive-kind';
import { readLimits } from '../intake/limits';
import { NothingReadable, readEvidence, TooMuch, type SentFile, type Taken } from '../intake/read-evidence';
import { exitStatus } from './exit-status';
import { Failure } from './failure';

/** A file to read, and what its document is called; `-` is standard input. */
export interface Source {
  readonly file: string;
  readonly name: string;
}

/** Files to documents; of a log that is larger than what is accepted, the lines that matter. Throws a Failure (65, 66). */
export async function readFiles(sources: readonly Source[]): Promise<Taken[]> {
  const files = await Promise.all(sources.map(readSource));
  try {
    return await readEvidence(files);
  } catch (error) {
    if (error instanceof NothingReadable || error instanceof TooMuch) throw new Failure(exitStatus.data, error.message);
    throw error;
  }
}

async function readSource({ file, name }: Source): Promise<SentFile> {
  try {
    const known = file === '-' ? undefined : statSync(file);
    if (known?.isFile() && known.size <= readLimits().uploadBytes) return { name, bytes: readFileSync(file) };
    return { name, bytes: await readStream(file === '-' ? process.stdin : createReadStream(file)) };
  } catch (error) {
    if (error instanceof TooMuch) throw new Failure(exitStatus.data, `${name}: ${error.message}`);
    throw new Failure(exitStatus.input, error instanceof Error ? error.message : String(error));
  }
}

/** Memory does not grow with a log. Throws TooMuch for what is too large and no log. */
async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const { uploadBytes } = readLimits();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let excerpt: Excerpt | undefined;
  for await (const chunk of stream) {
    if (excerpt) {
      excerpt.add(chunk);
      continue;
    }
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes <= uploadBytes) continue;
    const [head = chunk] = chunks;
    if (archiveKind(head) || !isLog(head)) throw new TooMuch(`more than ${uploadBytes} bytes (MAX_UPLOAD_BYTES)`);
    excerpt = new Excerpt();
    for (const one of chunks.splice(0)) excerpt.add(one);
  }
  return excerpt ? new TextEncoder().encode(excerpt.end().text) : Buffer.concat(chunks);
}
