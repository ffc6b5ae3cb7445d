import { findEnvironment } from './environment';
import { findKubernetesSecrets } from './kubernetes-secrets';
import { findNamed } from './named';
import { findPrivateKeys } from './private-keys';
import type { Finder, Secret, SecretKind } from './secret';
import { findShaped } from './shaped';
import { undress } from './undress';

const finders: readonly Finder[] = [findPrivateKeys, findEnvironment, findKubernetesSecrets, findShaped, findNamed];

/** A secret as it was written, and what it says without what is not seen. */
export interface Written extends Secret {
  readonly secret: string;
}

/** The secrets of a text in their order, none within another. What is found by `more` besides is one too. */
export function secretsIn(text: string, more: Finder = () => []): Written[] {
  const read = undress(text);
  const found = apart([...finders, more].flatMap((find) => find(read.text)));
  // What is not seen and stands right before or within a secret goes with it.
  return found.map(({ start, end, kind }) => ({ start: read.written(start), end: read.written(end - 1) + 1, kind, secret: read.text.slice(start, end) }));
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

/** The marks that stand for secrets: one for each, whatever text it stands in. */
export class Marks {
  readonly #marks = new Map<string, string>();
  readonly #used = new Map<string, number>();

  /** Numbers that stand in a text already are not given again. */
  passOver(text: string): void {
    for (const [, kind = '', number] of text.matchAll(/⟦(\w{1,16})#(\d{1,9})⟧/g)) this.#used.set(kind, Math.max(this.#used.get(kind) ?? 0, Number(number)));
  }

  of(kind: SecretKind, secret: string): string {
    const known = this.#marks.get(secret);
    if (known) return known;
    const number = (this.#used.get(kind) ?? 0) + 1;
    this.#used.set(kind, number);
    const mark = `⟦${kind}#${number}⟧`;
    this.#marks.set(secret, mark);
    return mark;
  }
}

/** A text with marks in place of its secrets, and with as many lines. */
export function maskedText(text: string, secrets: readonly Written[], marks: Marks): string {
  let result = '';
  let from = 0;
  for (const { start, end, kind, secret } of secrets) {
    result += text.slice(from, start) + marks.of(kind, secret) + lineEndings(text.slice(start, end));
    from = end;
  }
  return result + text.slice(from);
}

/** What of a text ends its lines. */
export function lineEndings(text: string): string {
  return (text.match(/\r\n|\n|\r/g) ?? []).join('');
}
