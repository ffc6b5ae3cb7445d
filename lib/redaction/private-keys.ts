import type { Secret } from './secret';

const begin = /-----BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?)-----/g;

/**
 * The bodies of private keys in PEM, OpenSSH and PGP form, over several lines or with `\n` escapes on one; a key
 * without an end goes to the end of the text.
 */
export function findPrivateKeys(text: string): Secret[] {
  const found: Secret[] = [];
  let from = 0;
  for (const match of text.matchAll(begin)) {
    if (match.index < from) continue;
    const start = match.index + match[0].length;
    const closing = text.indexOf(`-----END ${match[1] ?? ''}-----`, start);
    const end = closing < 0 ? text.length : closing;
    from = end;
    const body = text.slice(start, end).trim();
    if (body !== '' && !body.startsWith('⟦')) found.push({ start, end, kind: 'key' });
  }
  return found;
}
