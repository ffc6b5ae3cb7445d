import { causeIds, type CauseId } from '../diagnosis/cause-ids';

/** Ids less alike than this share a word by chance. */
const leastAlike = 0.3;

/** The ids most like a mistyped or remembered one, the likest first; by their pairs of letters (Dice's coefficient). */
export function nearestCauses(wanted: string, most = 5): CauseId[] {
  const asked = pairsOf(wanted.slice(0, 100).toLowerCase());
  return causeIds
    .map((id) => ({ id, alike: likeness(asked, pairsOf(id)) }))
    .filter(({ alike }) => alike >= leastAlike)
    .toSorted((a, b) => b.alike - a.alike)
    .slice(0, most)
    .map(({ id }) => id);
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = text.replaceAll(/[^a-z0-9]+/g, '-');
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
