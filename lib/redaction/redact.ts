import { Marks, maskedText, secretsIn } from './masking';
import type { SecretKind } from './secret';

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

/**
 * Masks secrets before anything else reads the texts: values of environment variables apart from a harmless list,
 * private keys, tokens by their shape, and passwords by their name or place. The count of lines never changes, and
 * what a diagnosis needs (IDs, digests, paths) stays. The same secret has the same mark in all texts of one call, or of
 * all calls with the same marks. Masking what is masked changes nothing. Pure; linear in the text.
 */
export function redact(texts: readonly NamedText[], marks = new Marks()): { texts: NamedText[]; masks: Masked[] } {
  for (const { text } of texts) marks.passOver(text);
  const masks: Masked[] = [];
  const masked = texts.map(({ name, text }) => {
    const secrets = secretsIn(text);
    const counts = new Map<SecretKind, number>();
    for (const { kind } of secrets) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    for (const [kind, count] of counts) masks.push({ document: name, kind, count });
    return { name, text: maskedText(text, secrets, marks) };
  });
  return { texts: masked, masks };
}
