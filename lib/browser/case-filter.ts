import type { MyCase } from './case-list';

/** What a word of a filter may be about: `status:open`. */
const fields = ['status', 'cause', 'tag', 'step', 'verdict'] as const;
type Field = (typeof fields)[number];

/** One word of a filter: a field's value, or a text of the title; with a dash before it, what must not be. */
interface Term {
  readonly not: boolean;
  readonly field: Field | undefined;
  /** In lower case; `*` stands for anything in the value of a field. */
  readonly value: string;
}

/** Reads `status:open cause:rootfs-* -tag:night words of the title`; each word narrows the list. */
export function readFilter(text: string): Term[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '-')
    .map((word) => {
      const not = word.startsWith('-');
      const [head = '', ...rest] = (not ? word.slice(1) : word).split(':');
      const field = rest.length > 0 ? fields.find((one) => one === head) : undefined;
      return { not, field, value: field ? rest.join(':') : [head, ...rest].join(':') };
    });
}

/** Is a case among those that a filter lets through? */
export function passes(one: MyCase, filter: readonly Term[]): boolean {
  return filter.every((term) => holds(one, term) !== term.not);
}

function holds(one: MyCase, { field, value }: Term): boolean {
  if (field === undefined) return [one.title, one.cause ?? '', ...one.tags].some((text) => text.toLowerCase().includes(value));
  const values = field === 'tag' ? one.tags : [one[field] ?? ''];
  return values.some((text) => isLike(text.toLowerCase(), value));
}

/** Is a text like a pattern in which `*` stands for anything? Without one it must be the same. */
function isLike(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  const last = rest.pop() ?? '';
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** Puts a word into a filter, or takes it out where it is there; another value of `status` gives way. */
export function toggled(text: string, word: string): string {
  const words = text.split(/\s+/).filter(Boolean);
  if (words.includes(word)) return words.filter((one) => one !== word).join(' ');
  return [...words.filter((one) => !(word.startsWith('status:') && one.startsWith('status:'))), word].join(' ');
}

/** Cases by the same failure: one cause, or one verdict and step where none was named; the largest group first. */
export function groupedByFailure(cases: readonly MyCase[]): { readonly name: string; readonly cases: readonly MyCase[] }[] {
  const groups = new Map<string, MyCase[]>();
  for (const one of cases) {
    const name = one.cause ?? [one.verdict, one.step].filter(Boolean).join(' · ');
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups].map(([name, listed]) => ({ name, cases: listed })).toSorted((a, b) => b.cases.length - a.cases.length);
}
