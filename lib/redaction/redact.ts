import { maskEnvironment } from './environment';
import type { Mask, MaskKind } from './mask';
import { maskPrivateKeys } from './private-keys';
import { maskTokens } from './tokens';

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What was masked in a document, and how often. */
export interface Masked {
  readonly document: string;
  readonly kind: MaskKind;
  readonly count: number;
}

/**
 * Masks secrets before anything else reads the texts: values of process.env apart from a harmless list, private keys,
 * bearer tokens and JWTs, passwords in URLs and by well-known names. The count of lines never changes, and what
 * a diagnosis needs (IDs, digests, paths) stays. Masking what is masked changes nothing. Pure; linear in the text.
 */
export function redact(texts: readonly NamedText[]): { texts: NamedText[]; masks: Masked[] } {
  const marks = new Map<string, string>();
  const used = new Map<MaskKind, number>();
  const masks: Masked[] = [];
  const masked = texts.map(({ name, text }) => {
    const counts = new Map<MaskKind, number>();
    const mask: Mask = (kind, secret) => {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      const known = marks.get(secret);
      if (known) return known;
      const number = (used.get(kind) ?? highest(texts, kind)) + 1;
      used.set(kind, number);
      const mark = `⟦${kind}#${number}⟧`;
      marks.set(secret, mark);
      return mark;
    };
    const result = maskTokens(maskEnvironment(maskPrivateKeys(text, mask), mask), mask);
    for (const [kind, count] of counts) masks.push({ document: name, kind, count });
    return { name, text: result };
  });
  return { texts: masked, masks };
}

/** The highest number of a kind that stands in the texts already, so that a second masking reuses none. */
function highest(texts: readonly NamedText[], kind: MaskKind): number {
  const numbers = texts.flatMap(({ text }) => [...text.matchAll(/⟦(\w{1,16})#(\d{1,9})⟧/g)]);
  return numbers.reduce((most, match) => (match[1] === kind ? Math.max(most, Number(match[2])) : most), 0);
}
