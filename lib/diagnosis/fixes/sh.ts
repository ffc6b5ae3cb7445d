import type { Blank } from './blank';
import type { HostPath } from './host-path';

declare const made: unique symbol;
/** One POSIX sh command whose values were all quoted by `look` or `change`. */
export type Command = string & { readonly [made]: 'command' };

declare const checked: unique symbol;
/** A user's name that `userName` found harmless. */
export type UserName = string & { readonly [checked]: 'user' };

/**
 * Characters that no command may hold: control, bidirectional and zero-width ones, a backslash (fish reads it
 * inside single quotes), `!` (csh expands it there) and the brackets of a mask, whose value nobody here knows.
 * A value with one of them becomes a placeholder.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFD\\!⟦⟧]/u;

/** Needs no quotes in any shell; a leading `-`, `~` or `=` would be read as something else. */
const plain = /^[A-Za-z0-9_/.:,@%+][A-Za-z0-9_/.:,@%+=-]*$/;

/** Can this value stand in a command as it is? */
export function isSafeInCommand(value: string): boolean {
  return !unsafe.test(value);
}

/** A word that the shell hands on byte for byte; a value that cannot stand in a command becomes `'<value>'`. */
export function quoteWord(value: string): string {
  if (!isSafeInCommand(value)) return `'<value>'`;
  return plain.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

type Looked = string | number | Blank;
declare const packed: unique symbol;
/** The name of a Debian package that `packageName` found harmless. */
export type PackageName = string & { readonly [packed]: 'package' };

/** What may stand in a command that changes something: a path only after `hostPath` let it pass. */
type Changed = HostPath | UserName | PackageName | number | Blank;

/** A read-only command: `look\`stat -- ${path}\``. */
export function look(pieces: TemplateStringsArray, ...values: readonly Looked[]): Command {
  return fill(pieces, values);
}

/** A command that changes the host; plain strings are refused by the compiler. */
export function change(pieces: TemplateStringsArray, ...values: readonly Changed[]): Command {
  return fill(pieces, values);
}

/** A command made of others, whose values are quoted already: `join\`${first} || ${second}\``. */
export function join(pieces: TemplateStringsArray, ...commands: readonly Command[]): Command {
  return String.raw({ raw: pieces }, ...commands) as Command;
}

function fill(pieces: TemplateStringsArray, values: readonly Looked[]): Command {
  const words = values.map((value) => {
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? quoteWord(value) : `'<${value.blank}>'`;
  });
  return pieces.map((piece, index) => piece + (words[index] ?? '')).join('') as Command;
}

/** A name as useradd takes it, and not root's; anything else never reaches a command. */
export function userName(name: string | undefined): UserName | undefined {
  const fits = name !== undefined && name !== 'root' && /^[a-z_][a-z0-9_-]{0,31}$/.test(name);
  return fits ? (name as UserName) : undefined;
}

/** A name as Debian packages have it (policy 5.6.1); anything else never reaches a command. */
export function packageName(name: string): PackageName | undefined {
  return /^[a-z0-9][a-z0-9+.-]{1,63}$/.test(name) ? (name as PackageName) : undefined;
}

/** The name that `userName` refuses, for what is granted to root and changes nothing else of that account. */
export const superuser = 'root' as UserName;

/** Does the command hold a placeholder that the reader has to fill, as a word or within a program's string? */
export function hasPlaceholder(command: string): boolean {
  return /(['"])<[A-Za-z][^'"<>]*>\1/.test(command);
}
