import type { NamedText } from './redact';

/** Shorter stretches stand everywhere; hiding them would hide the evidence. */
export const leastHidden = 3;

/** A mark where something was masked: `⟦env#3⟧`. */
const mark = /⟦(\w{1,16})#(\d{1,9})⟧/g;

/** Where a mark stands in the masked texts; the line counts from 1. */
export interface Mark {
  readonly document: string;
  readonly line: number;
  readonly kind: string;
  readonly mark: string;
}

/** Every mark of the texts, in their order. */
export function marksIn(texts: readonly NamedText[]): Mark[] {
  return texts.flatMap(({ name, text }) => {
    let [line, from] = [1, 0];
    return [...text.matchAll(mark)].map((found) => {
      line += text.slice(from, found.index).match(/\r\n|\n|\r/g)?.length ?? 0;
      from = found.index;
      return { document: name, line, kind: found[1] ?? '', mark: found[0] };
    });
  });
}

/** How many marks there are. */
export function countMarks(texts: readonly NamedText[]): number {
  return texts.reduce((sum, { text }) => sum + (text.match(mark)?.length ?? 0), 0);
}

/** What of a selection can be hidden: each line by itself, without the marks in it and without what is too short. */
export function choicesIn(selected: string): string[] {
  const pieces = selected.split(/\r\n|\n|\r/).flatMap((line) => line.replace(mark, '\n').split('\n'));
  return [...new Set(pieces.map((piece) => piece.trim()))].filter((piece) => piece.length >= leastHidden && !/[⟦⟧]/.test(piece));
}

/**
 * Hides what a person chose, wherever it stands in masked texts, besides what is masked already: no mark is undone, and
 * the count of lines stays. Choices are stretches of one line, as `choicesIn` gives them.
 */
export function hideChosen(texts: readonly NamedText[], chosen: readonly string[]): NamedText[] {
  const first = marksIn(texts).reduce((most, { kind, mark: one }) => (kind === 'hidden' ? Math.max(most, Number(/#(\d+)/.exec(one)?.[1] ?? 0)) : most), 0) + 1;
  // A choice within another one would part it.
  const ordered = chosen.map((choice, index) => ({ choice, mark: `⟦hidden#${first + index}⟧` })).toSorted((a, b) => b.choice.length - a.choice.length);
  return texts.map(({ name, text }) => ({ name, text: ordered.reduce(hideOne, text) }));
}

function hideOne(text: string, { choice, mark: hidden }: { readonly choice: string; readonly mark: string }): string {
  let result = '';
  let from = 0;
  for (const found of text.matchAll(mark)) {
    result += text.slice(from, found.index).replaceAll(choice, () => hidden) + found[0];
    from = found.index + found[0].length;
  }
  return result + text.slice(from).replaceAll(choice, () => hidden);
}
