import { describe, expect, test } from 'vitest';
import type { Cause } from '../cause';
import { quote } from '../documents/document';
import { gatherFacts } from '../facts/gather-facts';
import { applyPatch } from '../fixes/apply-patch';
import { escapePointer, hasBlank } from '../fixes/patch';
import type { Fix } from '../report';
import { expectSafe } from './expect-safe';
import { isFilled } from './is-filled';

/** Documents by name. */
export type Texts = Readonly<Record<string, string>>;
type Table = Readonly<Record<string, Texts>>;

/** What each kind of judgement looks like: at least one example for the first three, which `describeCause` checks. */
export interface Examples {
  readonly proved: Table;
  readonly refuted: Table;
  readonly open: Table;
  readonly supported?: Table;
}

/**
 * Runs the examples of a cause: each gets the judgement of its table, each place is quoted, each sentence filled,
 * and the first fix of what is proved cures it.
 */
export function describeCause(cause: Cause, examples: Examples): void {
  describe(cause.id, () => {
    test.each(['proved', 'refuted', 'open'] as const)('has an example of %s', (kind) => {
      expect(Object.keys(examples[kind])).not.toEqual([]);
    });

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
          expectOrder(fixes);
          fixes.forEach(expectSafe);
          if (kind === 'proved' && fixes[0]) expectCure(cause, texts, fixes[0]);
        });
      }
    }
  });
}

/** The best fix destroys nothing; what lowers isolation stands last. */
function expectOrder(fixes: readonly Fix[]): void {
  expect(fixes[0]?.risk).not.toBe('destructive');
  const lowering = fixes.map(({ lowersIsolation }) => Number(lowersIsolation));
  expect(lowering, 'fixes that lower isolation stand last').toEqual([...lowering].sort());
}

/** The patch of the first fix, applied to its document, takes the cause away, though the old log is still there. */
function expectCure(cause: Cause, texts: Texts, fix: Fix): void {
  const before = texts[fix.document ?? ''];
  if (before === undefined || fix.patch.length === 0 || hasBlank(fix.patch)) return;
  const after = applyPatch(before, fix.patch);
  expect(after, 'the patch fits the document').toBeDefined();
  const { configTrouble: broken = [], ...facts } = gatherFacts(textsOf({ [fix.document ?? '']: after ?? '' }));
  expect(cause.judge({ ...facts, configTrouble: broken }).kind, 'the patched config alone').not.toBe('proved');
  const { configTrouble: brokenBefore = [] } = gatherFacts(textsOf({ [fix.document ?? '']: before }));
  expect(broken.length, 'the patch brings nothing that the specification refuses').toBeLessThanOrEqual(brokenBefore.length);
  expectOnlyStated(before, after ?? '', fix);
}

/** Whatever the patch does not name is the same in the text after it, values of the environment above all. */
function expectOnlyStated(before: string, after: string, { patch }: Fix): void {
  const [old, now] = [valuesIn(before), valuesIn(after)];
  if (!old || !now) return;
  // An entry that is taken out or put in moves those behind it in its list.
  const stated = patch.map(({ op, path }) => (op === 'replace' ? path : path.replace(/\/(?:\d+|-)$/, '')));
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter((pointer) => old.get(pointer) !== now.get(pointer));
  expect(changed.filter((pointer) => !stated.some((path) => pointer === path || pointer.startsWith(`${path}/`)))).toEqual([]);
}

/** Every scalar by its pointer; `undefined` where the text is no JSON. */
function valuesIn(text: string): Map<string, string> | undefined {
  const values = new Map<string, string>();
  const visit = (value: unknown, pointer: string) => {
    if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) visit(one, `${pointer}/${escapePointer(key)}`);
    else values.set(pointer, JSON.stringify(value));
  };
  try {
    visit(JSON.parse(text), '');
    return values;
  } catch {
    return undefined;
  }
}

/** The examples' documents as `diagnose` takes them. */
export function textsOf(texts: Texts): { name: string; text: string }[] {
  return Object.entries(texts).map(([name, text]) => ({ name, text }));
}
