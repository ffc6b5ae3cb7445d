import type { VersionRange } from '../version-range';

/** Words that only some versions of a program print: whoever prints them is one of these versions. */
export interface Wording {
  /** The program by the name under which its version is known: `runc`, `linux`, `kubernetes` for the API server. */
  readonly program: string;
  /** In the program's own words, letter for letter; `…` stands for what differs from case to case. */
  readonly words: string;
  readonly versions: readonly VersionRange[];
}

/** The wordings of one program: the versions, and what they print. */
export function wordingsOf(program: string, table: readonly (readonly [versions: readonly VersionRange[], words: readonly string[]])[]): readonly Wording[] {
  return table.flatMap(([versions, all]) => all.map((words) => ({ program, words, versions })));
}
