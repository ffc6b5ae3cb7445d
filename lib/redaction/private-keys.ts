import type { Mask } from './mask';

const begin = /-----BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?)-----/g;

/**
 * Masks private keys in PEM, OpenSSH and PGP form, over several lines or with `\n` escapes on one. Every line ending
 * stays; a key without an end is masked to the end of the text.
 */
export function maskPrivateKeys(text: string, mask: Mask): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(begin)) {
    if (match.index < from) continue;
    const start = match.index + match[0].length;
    const closing = `-----END ${match[1] ?? ''}-----`;
    const end = text.indexOf(closing, start);
    const body = text.slice(start, end < 0 ? text.length : end);
    if (body.trim().startsWith('⟦')) continue;
    const endings = body.match(/\r\n|\n|\r/g) ?? [];
    result += text.slice(from, start) + mask('key', body) + endings.join('');
    from = end < 0 ? text.length : end;
  }
  return result + text.slice(from);
}
