import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The SHA-256 of the collector as it is served, in hexadecimal. */
export async function collectorDigest(): Promise<string> {
  const script = await readFile(path.join(process.cwd(), 'public/collect.sh'));
  return createHash('sha256').update(script).digest('hex');
}
