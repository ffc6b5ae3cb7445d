import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CauseId } from '../../diagnosis/cause-ids';

/** What the collector took of one failed or good start of a real runtime, and what a diagnosis of it must say. */
export interface Recording {
  readonly fault: string;
  /** As the lab names it: `runc-1.1`, `containerd-2.1 runc-1.4`. */
  readonly runtime: string;
  /** Which start: 1 is the first; with two faults at once, 2 comes after the first repair. */
  readonly attempt: number;
  readonly expected: CauseId | 'healthy';
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** A recording as the index lists it; its text stands in the file of that name. */
export type Listed = Omit<Recording, 'files'> & { readonly file: string };

/** Where `npm run lab -- --record` writes. */
export const recordingsFolder = path.join(import.meta.dirname, '../recordings');

/** Output that many recordings have is kept once; a line of this form stands in its place. */
const sharedLine = /^<(shared\/[\w.-]+)>\n/gm;

/** Every recording, whole again. */
export function readRecordings(): Recording[] {
  const index = path.join(recordingsFolder, 'index.json');
  if (!existsSync(index)) return [];
  const read = (name: string) => readFileSync(path.join(recordingsFolder, name), 'utf8');
  const listed = JSON.parse(read('index.json')) as Listed[];
  return listed.map(({ file, ...rest }) => ({ ...rest, files: [{ name: 'userns-doctor.txt', text: read(file).replace(sharedLine, (_, name: string) => read(name)) }] }));
}
