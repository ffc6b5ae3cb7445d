/** What a mark says of what it stands for: `⟦env#3⟧`. */
export type SecretKind = 'env' | 'key' | 'jwt' | 'token' | 'password' | 'cookie';

/** A part of a text: offsets in UTF-16 units, the end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a text that must not be kept. */
export interface Secret extends Stretch {
  readonly kind: SecretKind;
}

/** Finds secrets of one sort. Never throws, takes linear time, and passes over what is masked already. */
export type Finder = (text: string) => Secret[];

/** Is a value a mark already? */
export function isMasked(value: string): boolean {
  return value.includes('⟦');
}

/** Where the group `secret` of a match stands; the pattern has the flag `d`. */
export function secretIn(match: RegExpMatchArray, kind: SecretKind): Secret[] {
  const at = match.indices?.groups?.secret;
  const secret = match.groups?.secret ?? '';
  return at && secret !== '' && !isMasked(secret) ? [{ start: at[0], end: at[1], kind }] : [];
}

/**
 * Where a quoted value ends: at its closing quote, else at the end of the line. `escape` is what stands before the
 * opening quote: the backslashes of JSON inside JSON. No further than `most` characters.
 */
export function closingQuote(text: string, start: number, quote: string, escape: string, most = Infinity): number {
  const last = Math.min(text.length, start + most);
  for (let at = start; at < last; at++) {
    const unit = text[at];
    if (unit === '\n' || unit === '\r') return at;
    if (escape !== '' && text.startsWith(escape + quote, at) && text[at - 1] !== '\\') return at;
    if (escape === '' && unit === '\\') at++;
    else if (escape === '' && unit === quote) return at;
  }
  return last;
}
