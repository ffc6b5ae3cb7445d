import { describe, expect, test } from 'vitest';
import type { Cause } from '../cause';
import { quote } from '../documents/document';
import { gatherFacts } from '../facts/gather-facts';
import { isFilled } from './is-filled';

/** Documents by name. */
export type Texts = Readonly<Record<string, string>>;
type Table = Readonly<Record<string, Texts>>;

/** What each kind of judgement looks like: at least one example for the first three. */
export interface Examples {
  readonly proved: Table;
  readonly refuted: Table;
  readonly open: Table;
  readonly supported?: Table;
}

/** Examples by cause, filled as test files are loaded; `causes.test.ts` runs its generic tests over them. */
export function describeCause(cause: Cause, examples: Examples): void {
  describe(cause.id, () => {
    for (const kind of ['proved', 'refuted', 'open', 'supported'] as const) {
      for (const [title, texts] of Object.entries(examples[kind] ?? {})) {
        test(`${kind}: ${title}`, () => {
          const judged = cause.judge(gatherFacts(textsOf(texts)));
          expect(judged.kind).toBe(kind);
          for (const { span, says } of judged.marks) {
            expect(quote(span)).not.toBe('');
            expect(isFilled(cause, says)).toBe(true);
          }
          if (kind === 'proved') expect(judged.marks.length).toBeGreaterThan(0);
          if (!judged.statement) return;
          const { title: heading, explanation, fixes } = judged.statement;
          expect(fixes.length, 'a cause that stands needs a fix').toBeGreaterThan(0);
          const sentences = [heading, explanation, ...fixes.flatMap((one) => [one.title, one.costs, ...one.undo, ...one.notes])];
          for (const sentence of sentences) expect(isFilled(cause, sentence), sentence.key).toBe(true);
        });
      }
    }
  });
}

/** The examples' documents as `diagnose` takes them. */
export function textsOf(texts: Texts): { name: string; text: string }[] {
  return Object.entries(texts).map(([name, text]) => ({ name, text }));
}
