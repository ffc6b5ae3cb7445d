import { PhraseTable, windowLength } from '../phrase-table';
import { plainBytes } from '../plain-bytes';
import { plain } from '../template';
import { containerdWordings } from './containerd';
import { crunWordings } from './crun';
import { dockerWordings } from './docker';
import { kubernetesWordings } from './kubernetes';
import { othersWordings } from './others';
import { podmanWordings } from './podman';
import { rootlesskitWordings } from './rootlesskit';
import { runcWordings } from './runc';
import type { Wording } from './wording';

/** Every wording that tells a version, by program. */
export const wordings: readonly Wording[] = [
  ...runcWordings,
  ...crunWordings,
  ...containerdWordings,
  ...kubernetesWordings,
  ...dockerWordings,
  ...podmanWordings,
  ...rootlesskitWordings,
  ...othersWordings,
];

interface Entry {
  readonly wording: Wording;
  readonly pattern: RegExp;
  /** The longest piece without a gap: a line without it holds no such words. */
  readonly literal: string;
}

const entries: readonly Entry[] = wordings.map((wording) => {
  const pieces = wording.words.replace(/\s+/g, ' ').split('…');
  const source = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('.{0,512}?');
  const start = /^\w/.test(wording.words) ? '(?<!\\w)' : '';
  return { wording, pattern: new RegExp(start + source, 'u'), literal: pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), '') };
});

/** Most wordings are found by the table of phrases; a few are too short for it, and looked for in each line. */
const isLong = ({ literal }: Entry) => /^[\x20-\x7e]+$/.test(literal) && plain(literal).length >= windowLength;
const long = entries.filter(isLong);
const short = entries.filter((entry) => !isLong(entry));
const table = new PhraseTable(long.map(({ literal }) => plain(literal)));

/** How much of a long line is handed to a pattern around the literal (contract.md, limits). */
const before = 512;
const after = 2048;

/** The wordings in an undressed line. Capital letters and quotes count: versions differ by them. */
export function wordingsIn(text: string): Wording[] {
  const near = new Set(short);
  const { bytes, length } = plainBytes(text);
  table.scan(bytes, 0, length, (number) => {
    const entry = long[number];
    if (entry) near.add(entry);
  });
  const one = text.replace(/\s+/g, ' ');
  return entries.filter((entry) => {
    const place = near.has(entry) ? one.indexOf(entry.literal) : -1;
    return place >= 0 && entry.pattern.test(one.slice(Math.max(0, place - before), place + after));
  }).map(({ wording }) => wording);
}
