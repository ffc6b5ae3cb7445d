import type { Sentence } from './report';

/** Languages that every words table has. */
export const languages = ['en'] as const;
export type Language = (typeof languages)[number];

/** A table of sentences with `{holes}`; a word in backquotes is shown as code. */
export type Words = Readonly<Record<string, string>>;

/** The holes of a template: `Holes<'{a} of {b}'>` is `'a' | 'b'`. */
export type Holes<Template extends string> = Template extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | Holes<Rest>
  : never;

type HoleValues<Template extends string> = [Holes<Template>] extends [never]
  ? []
  : [values: Readonly<Record<Holes<Template>, string | number | Sentence>>];

/** Names a sentence of one table; the compiler asks for a value for each of its holes. */
export type Say<W extends Words> = <K extends keyof W & string>(key: K, ...values: HoleValues<W[K]>) => Sentence;

/** Makes the `say` of the table called `room`; keys of the sentences are `room/key`. */
export function sayFrom<W extends Words>(room: string): Say<W> {
  return (key, ...values) => ({ key: `${room}/${key}`, values: values[0] ?? {} });
}
