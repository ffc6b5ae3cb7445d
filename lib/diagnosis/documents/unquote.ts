/** A text and where each stretch of it stands in the raw line. */
export interface Unquoted {
  readonly text: string;
  /** From text offset `text` on (up to the next piece) the raw offset is `raw` plus the difference. */
  readonly pieces: readonly { readonly text: number; readonly raw: number }[];
  /** The whole line was taken, no member of a JSON object. */
  readonly isWhole: boolean;
}

/**
 * What dressing and quoting put into a line:
 * colour codes; backslashes before a quote, at any depth (a text quoted n times has 2^n - 1 of them);
 * escaped line breaks and tabs; \u003c and the like; typographic quotes; Go's frames before runc 1.1, which join a
 * message to its cause by `caused "` or `caused: `.
 */
const dressed =
  // ESC begins a colour code.
  // A run of backslashes is looked at from its first one only, so that a long one takes no longer.
  /\u001b\[[0-9;?]{0,16}[A-Za-z]|(?<!\\)\\+(?:(?=["'`])|[nrt](?![a-z]{3})|u([0-9a-fA-F]{4}))|[“”]| caused:? (?!by )(?:\\*")?|\r/g;

/** Unquotes the given ranges of a line (all of it without any); ranges are joined by a blank. */
export function unquote(raw: string, ranges?: readonly { readonly start: number; readonly end: number }[]): Unquoted {
  let text = '';
  const pieces: { text: number; raw: number }[] = [];
  const put = (piece: string, at: number) => {
    if (piece === '') return;
    pieces.push({ text: text.length, raw: at });
    text += piece;
  };
  for (const { start, end } of ranges ?? [{ start: 0, end: raw.length }]) {
    if (text !== '') put(' ', Math.max(0, start - 1));
    const part = raw.slice(start, end);
    let from = 0;
    for (const match of part.matchAll(dressed)) {
      put(part.slice(from, match.index), start + from);
      put(meant(match[0], match[1]), start + match.index);
      from = match.index + match[0].length;
    }
    put(part.slice(from), start + from);
  }
  return { text, pieces, isWhole: ranges === undefined };
}

function meant(token: string, hex: string | undefined): string {
  if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
  if (token.startsWith(' caused')) return ': ';
  if (token === '“' || token === '”') return '"';
  return /[nrt]$/.test(token) && token.startsWith('\\') ? ' ' : '';
}
