import { homedir, hostname, release, userInfo } from 'node:os';
import path from 'node:path';

const checkout = path.resolve(import.meta.dirname, '../..');

/** What belongs to the machine that recorded, and to the moment; the same length of time and the same version are kept. */
const changes: readonly (readonly [pattern: RegExp, neutral: string])[] = [
  // A kernel's local version (`6.1.0-31-cloud-amd64`, `-fc-v782`) names a distribution or an installation.
  [/^(Linux \d+\.\d+\.\d+)\S*/gm, '$1-amd64'],
  [/\b20\d\d-\d\d-\d\d([T ])\d\d:\d\d:\d\d/g, '2026-03-01$110:00:00'],
  [/\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d(?!:)/g, 'Mar  1 10:00'],
  [/\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d (?=\d\d:\d\d:\d\d )\d\d:\d\d:\d\d/g, 'Mar  1 10:00:00'],
];

/** Words that tell which machine it was. */
const telling = (): string[] => [hostname(), release(), checkout, ...(userInfo().uid === 0 ? [] : [homedir()])].filter((word) => word.length > 3);

/** Makes evidence of a world look as it would on any machine. Throws where something of this one is left. */
export function makeNeutral(text: string, words: readonly string[] = telling()): string {
  const neutral = changes.reduce((done, [pattern, put]) => done.replace(pattern, put), text);
  const left = words.find((word) => neutral.includes(word));
  if (left !== undefined) throw new Error(`a recording would hold ${left}`);
  return neutral;
}
