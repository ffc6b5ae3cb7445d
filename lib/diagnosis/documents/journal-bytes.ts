import { unquote, type Unquoted } from './unquote';

/** `journalctl -o json` prints a message that is no clean text, such as one in colours, as a list of its bytes. */
const message = /"MESSAGE"\s*:\s*\[([\d\s,]+)\]/;

/** The message of a journal's entry that is written in bytes, with the place of each character; undefined for others. */
export function unquoteBytes(raw: string): Unquoted | undefined {
  if (!/^\s*\{/.test(raw) || !raw.includes('"MESSAGE"')) return undefined;
  const found = message.exec(raw);
  const list = found?.[1];
  if (!found || list === undefined) return undefined;
  const from = found.index + found[0].lastIndexOf(list);
  const places: number[] = [];
  let decoded = '';
  for (const byte of list.matchAll(/\d{1,3}/g)) {
    const value = Number(byte[0]);
    // The later bytes of a character beyond ASCII tell nothing here; the first one stands for it.
    if (value >= 0x80 && value < 0xc0) continue;
    decoded += value < 0x80 ? String.fromCharCode(value) : '\uFFFD';
    places.push(from + byte.index);
  }
  const { text, pieces } = unquote(decoded);
  const raws: { text: number; raw: number }[] = [];
  pieces.forEach((piece, index) => {
    const end = pieces[index + 1]?.text ?? text.length;
    for (let at = piece.text; at < end; at++) raws.push({ text: at, raw: places[piece.raw + at - piece.text] ?? from });
  });
  return { text, pieces: raws, isWhole: false };
}
