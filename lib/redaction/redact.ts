import { findEnvironment } from './environment';
import { findNamed } from './named';
import { findPrivateKeys } from './private-keys';
import { findKubernetesSecrets } from './kubernetes-secrets';
import { findShaped } from './shaped';
import type { Finder, Secret, SecretKind } from './secret';
import { undress } from './undress';

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What was masked in a document, and how often. */
export interface Masked {
  readonly document: string;
  readonly kind: SecretKind;
  readonly count: number;
}

const finders: readonly Finder[] = [findPrivateKeys, findEnvironment, findKubernetesSecrets, findShaped, findNamed];

/**
 * Masks secrets before anything else reads the texts: values of environment variables apart from a harmless list,
 * private keys, tokens by their shape, and passwords by their name or place. The count of lines never changes, and
 * what a diagnosis needs (IDs, digests, paths) stays. The same secret has the same mark in all texts of one call.
 * Masking what is masked changes nothing. Pure; linear in the text.
 */
export function redact(texts: readonly NamedText[]): { texts: NamedText[]; masks: Masked[] } {
  const marks = new Map<string, string>();
  const used = new Map<SecretKind, number>();
  const markOf = (kind: SecretKind, secret: string) => {
    const known = marks.get(secret);
    if (known) return known;
    const number = (used.get(kind) ?? highest(texts, kind)) + 1;
    used.set(kind, number);
    const mark = `⟦${kind}#${number}⟧`;
    marks.set(secret, mark);
    return mark;
  };
  const masks: Masked[] = [];
  const masked = texts.map(({ name, text }) => {
    const read = undress(text);
    const counts = new Map<SecretKind, number>();
    let result = '';
    let from = 0;
    for (const { start, end, kind } of apart(finders.flatMap((find) => find(read.text)))) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      // What is not seen and stands right before or within a secret goes with it.
      const [begins, ends] = [read.written(start), read.written(end - 1) + 1];
      const endings = text.slice(begins, ends).match(/\r\n|\n|\r/g) ?? [];
      result += text.slice(from, begins) + markOf(kind, read.text.slice(start, end)) + endings.join('');
      from = ends;
    }
    for (const [kind, count] of counts) masks.push({ document: name, kind, count });
    return { name, text: result + text.slice(from) };
  });
  return { texts: masked, masks };
}

/** Secrets in their order; those that overlap are one, of the kind that begins first. */
function apart(found: readonly Secret[]): Secret[] {
  const ordered = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const joined: Secret[] = [];
  for (const secret of ordered) {
    const last = joined.at(-1);
    if (last && secret.start < last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, secret.end) };
    else joined.push(secret);
  }
  return joined;
}

/** The highest number of a kind that stands in the texts already, so that a second masking reuses none. */
function highest(texts: readonly NamedText[], kind: SecretKind): number {
  const numbers = texts.flatMap(({ text }) => [...text.matchAll(/⟦(\w{1,16})#(\d{1,9})⟧/g)]);
  return numbers.reduce((most, match) => (match[1] === kind ? Math.max(most, Number(match[2])) : most), 0);
}
