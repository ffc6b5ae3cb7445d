import { errnoTexts, type Errno } from './errno';
import { ordinaryText } from './ordinary-text';
import { windowLength } from './phrase-table';

/** What a hole may hold. Every pattern is bounded, so that a line of any length is matched in linear time. */
const holePatterns = {
  /** A path of the host or the container; no blanks or quotes. */
  path: '[^\\s"\'`,;]{1,1024}?',
  target: '[^\\s"\'`,;]{1,1024}?',
  /** An absolute path. */
  source: '/[^\\s"\'`,;]{0,1024}?',
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

/** Programs changed their quotes between versions, and issue trackers change them again. */
const anyQuotes = '["\'`‘’]{0,2}';

export type Hole = keyof typeof holePatterns;
/** A second hole of one kind in a template is called `path2`. */
export type HoleName = Hole | `${Hole}2`;

/**
 * A template, compiled. Blanks match any run of blanks; any word and any hole may stand in quotes of any kind; `…` stands for
 * `{any}`. No row ever writes a regular expression. Of most rows nothing but the phrases is ever needed: a log is searched for them first.
 */
export class Compiled {
  /** What the row is found by: one of these stands in every line that matches. */
  readonly phrases: readonly string[];
  #pattern: RegExp | undefined;
  #pieces: readonly string[] | undefined;

  constructor(
    private readonly template: string,
    private readonly meant?: readonly Errno[],
  ) {
    // The bytes of a log are searched as they stand, so no phrase goes over a quote.
    const stretches = template.replace(/\s+/g, ' ').toLowerCase().split(holeOrQuote);
    // What loggers write all day is no phrase where another will do: each line that holds one is read.
    const telling = stretches.filter((stretch) => stretch.length >= windowLength && !ordinary().includes(stretch));
    const longest = (telling.length > 0 ? telling : stretches).reduce((best, stretch) => (stretch.length > best.length ? stretch : best), '');
    this.phrases = longest.length >= windowLength || this.errnos.length === 0 ? [longest] : this.errnos;
  }

  /** Matches without regard to case; each hole is a named group (`path`, a second one `path2`). */
  get pattern(): RegExp {
    return (this.#pattern ??= new RegExp(sourceOf(this.template, this.meant), 'idu'));
  }

  /** What a line must hold to match, as `plain` writes it: every piece between two holes. */
  get pieces(): readonly string[] {
    return (this.#pieces ??= plain(this.template).split(hole).filter((piece) => piece.trim() !== ''));
  }

  /** The texts of errnos of which it must hold one as well; none where the template has no `{errno}`. */
  get errnos(): readonly string[] {
    return this.template.includes('{errno}') ? errnoTextsOf(this.meant) : [];
  }

  /** How many literal characters there are: the more, the more specific. */
  get weight(): number {
    // A tool's name is as good as a literal: the hole matches nothing else.
    return this.template.replaceAll('{tool}', 'newuidmap').replace(/\{\w+\}|…/g, '').length;
  }
}

export function compileTemplate(template: string, errnos?: readonly Errno[]): Compiled {
  return new Compiled(template, errnos);
}

/** Where a piece of a template ends. */
const hole = /\{\w+\}|…/;
const holeOrQuote = /\{\w+\}|…|["'`‘’]+/;

function sourceOf(template: string, errnos: readonly Errno[] | undefined): string {
  const parts = template.replaceAll('…', '{any}').split(/\{(\w+)\}/);
  const wrong = parts.find((part, index) => index % 2 === 1 && !Object.hasOwn(holePatterns, part));
  if (wrong !== undefined) throw new Error(`no hole is called {${wrong}} in: ${template}`);
  const seen = new Map<string, number>();
  const source = parts.map((part, index) => {
    if (index % 2 === 0) return literalSource(part);
    const kind = part as Hole;
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    if (kind === 'any') return holePatterns.any;
    const named = `(?<${kind}${count > 1 ? count : ''}>${kind === 'errno' ? errnoSource(errnos) : holePatterns[kind]})`;
    return kind === 'errno' ? named : `${anyQuotes}${named}${anyQuotes}`;
  });
  // A word begins where the template does: `chown` is not looked for in `lchown`.
  const start = /^\w/.test(template) ? '(?<!\\w)' : '';
  // A path at the end goes on to where it ends: lazily it would be its first character.
  const end = /\{(?:path|target|source)2?\}$/.test(template) ? '(?=["\'`‘’,;\\s]|$)' : '';
  return start + source.join('') + end;
}

function literalSource(piece: string): string {
  return piece
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/["'`]+/g, anyQuotes)
    .replace(/:(?=\s|$)/g, `${anyQuotes}:`)
    .replace(/\s+/g, `${anyQuotes}\\s{1,8}${anyQuotes}`);
}

function errnoSource(errnos?: readonly Errno[]): string {
  return errnoTextsOf(errnos).map((text) => text.replaceAll(' ', '\\s').replaceAll('/', '\\/')).join('|');
}

const allErrnoTexts: readonly string[] = Object.values(errnoTexts).flat();

function errnoTextsOf(errnos?: readonly Errno[]): readonly string[] {
  return errnos ? errnos.flatMap((errno) => errnoTexts[errno]) : allErrnoTexts;
}

/** A text as phrases are looked for in it: small letters, no quotes, one blank for a run of them. */
export function plain(text: string): string {
  return text.replace(/["'`‘’]+/g, '').replace(/\s+/g, ' ').toLowerCase();
}

let ordinaryWords: string | undefined;
const ordinary = () => (ordinaryWords ??= plain(ordinaryText));
