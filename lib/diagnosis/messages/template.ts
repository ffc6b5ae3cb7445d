import { errnoTexts, type Errno } from './errno';

/** What a hole may hold. Every pattern is bounded, so that a line of any length is matched in linear time. */
const holePatterns = {
  /** A path of the host or the container; no blanks or quotes. */
  path: '[^\\s"\'`,;]{1,1024}?',
  target: '[^\\s"\'`,;]{1,1024}?',
  source: '[^\\s"\'`,;]{1,1024}?',
  /** Anything inside quotes; may hold blanks. */
  quoted: '[^"\'`]{0,512}?',
  uid: '-?\\d{1,20}',
  gid: '-?\\d{1,20}',
  id: '-?\\d{1,20}',
  count: '\\d{1,20}',
  pid: '\\d{1,10}',
  user: '[^\\s"\'`():]{1,256}?',
  option: '[^\\s"\'`]{1,256}?',
  key: '[\\w./-]{1,256}?',
  tool: '[\\w./-]{0,256}new[ug]idmap',
  namespace: '\\w{1,32}',
  version: '[\\w.+~-]{1,64}',
  type: '[\\w.-]{1,32}',
  /** A stretch whose words do not matter. */
  any: '.{0,512}?',
  /** One of the known texts; compiled from the row's `errnos`. */
  errno: '',
} as const;

export type Hole = keyof typeof holePatterns;
/** A second hole of one kind in a template is called `path2`. */
export type HoleName = Hole | `${Hole}2`;

export interface Compiled {
  /** Matches without regard to case; each hole is a named group (`path`, a second one `path2`). */
  readonly pattern: RegExp;
  /** The longest literal piece, in small letters: a line without it cannot match. */
  readonly literal: string;
  /** How many literal characters there are: the more, the more specific. */
  readonly weight: number;
}

/**
 * Compiles a template. Blanks match any run of blanks; a double quote, single quote or backquote matches each
 * of the three, or none; `…` stands for `{any}`. No row ever writes a regular expression.
 */
export function compileTemplate(template: string, errnos?: readonly Errno[]): Compiled {
  const seen = new Map<string, number>();
  const literals: string[] = [];
  const source = template
    .replaceAll('…', '{any}')
    .split(/\{(\w+)\}/)
    .map((piece, index) => {
      if (index % 2 === 0) {
        literals.push(...piece.split(/["'`\s]+/), piece);
        return literalSource(piece);
      }
      const hole = piece as Hole;
      const count = (seen.get(hole) ?? 0) + 1;
      seen.set(hole, count);
      const body = hole === 'errno' ? errnoSource(errnos) : holePatterns[hole];
      if (body === undefined) throw new Error(`no hole is called {${piece}} in: ${template}`);
      return hole === 'any' ? body : `(?<${hole}${count > 1 ? count : ''}>${body})`;
    })
    .join('');
  // A quote or blank may match in several ways, so only pieces without them can be looked for literally.
  const literal = longest(literals.filter((piece) => !/["'`\s]/.test(piece.trim()))).trim().toLowerCase();
  const weight = template.replace(/\{\w+\}|…/g, '').length;
  return { pattern: new RegExp(source, 'idu'), literal, weight };
}

function literalSource(piece: string): string {
  return piece
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/["'`]+/g, '["\'`‘’]{0,2}')
    .replace(/\s+/g, '\\s{1,8}');
}

function errnoSource(errnos?: readonly Errno[]): string {
  const texts = (errnos ?? (Object.keys(errnoTexts) as Errno[])).flatMap((errno) => errnoTexts[errno]);
  return texts.map((text) => text.replaceAll(' ', '\\s').replaceAll('/', '\\/')).join('|');
}

function longest(pieces: readonly string[]): string {
  return pieces.reduce((best, piece) => (piece.trim().length > best.trim().length ? piece : best), '');
}
