import type { Sentence } from './report';

/** Languages that every words table has. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** A table of sentences with `{holes}`; a word in backquotes is shown as code. */
export type Words = Readonly<Record<string, string>>;

/** The holes of a template: `Holes<'{a} of {b}'>` is `'a' | 'b'`. */
export type Holes<Template extends string> = Template extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | Holes<Rest>
  : never;

/** The keys of an English table, each with a sentence of another language that has the same holes. */
export type Translation<W extends Words, Other extends Words> = {
  readonly [K in keyof W]: K extends keyof Other ? SameHoles<W[K], Other[K]> : string;
};

type SameHoles<One extends string, Other extends string> = [Holes<One>, Holes<Other>] extends [Holes<Other>, Holes<One>]
  ? Other
  : { readonly holesThatDiffer: Exclude<Holes<One>, Holes<Other>> | Exclude<Holes<Other>, Holes<One>> };

/** The values that fill the holes of a template; none where it has none. */
export type HoleValues<Template extends string, Value = string | number> = [Holes<Template>] extends [never]
  ? []
  : [values: Readonly<Record<Holes<Template>, Value>>];

/** Names a sentence of one table; the compiler asks for a value for each of its holes. */
export type Say<W extends Words> = <K extends keyof W & string>(key: K, ...values: HoleValues<W[K], string | number | Sentence>) => Sentence;

/** Makes the `say` of the table called `room`; keys of the sentences are `room/key`. */
export function sayFrom<W extends Words>(room: string): Say<W> {
  return (key, ...values) => ({ key: `${room}/${key}`, values: values[0] ?? {} });
}

/** The tables of one room in all languages; the compiler asks for each sentence, with the holes of the English one. */
export function inLanguages<const W extends Words, const Zh extends Words>(tables: { readonly en: W; readonly zh: Zh & Translation<W, Zh> }): Readonly<Record<Language, W>> {
  // Keys and holes are the same, and no more is asked of a template.
  return tables as unknown as Readonly<Record<Language, W>>;
}

/** Keys of the texts of a table that have no holes. */
export type WholeKey<W extends Words> = { [K in keyof W & string]: [Holes<W[K]>] extends [never] ? K : never }[keyof W & string];

/** Puts values into the holes of a template. */
export function fill<Template extends string>(template: Template, ...values: HoleValues<Template>): string {
  return filled(template, values[0] ?? {});
}

/** Makes the `word` of one table: a text by its key, with its holes filled. */
export function wordsOf<W extends Words>(words: W): <K extends keyof W & string>(key: K, ...values: HoleValues<W[K]>) => string {
  return (key, ...values) => filled(words[key] ?? key, values[0] ?? {});
}

/** The same where the compiler does not know the template. A hole without a value stays as it is. */
export function filled(template: string, given: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, hole: string) => String(given[hole] ?? whole));
}
