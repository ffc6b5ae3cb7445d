/**
 * The same bytes, as what finds a byte in them soonest: a Buffer of Node does it several times faster than an array of V8 (memchr
 * against a loop), and line ends are looked for more often than anything else.
 */
export function searchable({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return typeof Buffer === 'undefined' ? new Uint8Array(buffer, byteOffset, length) : Buffer.from(buffer, byteOffset, length);
}

/** A copy of some bytes: `slice` of a Buffer copies nothing, and each line that is kept would hold its whole chunk. */
export function copied(bytes: Uint8Array, from: number, to: number): Uint8Array {
  return new Uint8Array(bytes.subarray(from, to));
}

const windows1252 = new TextDecoder('latin1');
let room = new Uint8Array(64 * 1024);

const backslash = 92;

/** Is it a quote that `plain` takes away? Curly ones have more than one byte: they stay, as other letters that no phrase holds. */
const isQuote = (byte: number) => byte === 34 || byte === 39 || byte === 96;
const isBlank = (byte: number) => byte === 32 || (byte >= 9 && byte <= 13) || byte === 0xa0;

/** Bytes as phrases are looked for in them: what `plain` makes of their text, in a small part of its time. Letters that are no ASCII stay as they are, and escaped quotes go. */
export function plainOf(bytes: Uint8Array, start: number, end: number): string {
  if (room.length < end - start) room = new Uint8Array(end - start);
  let length = 0;
  let afterBlank = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    // A record within a record has its quotes escaped.
    if (isQuote(byte) || (byte === backslash && (isQuote(bytes[at + 1] ?? 0) || bytes[at + 1] === backslash))) continue;
    const blank = isBlank(byte);
    if (blank && afterBlank) continue;
    afterBlank = blank;
    room[length++] = blank ? 32 : byte >= 65 && byte <= 90 ? byte + 32 : byte;
  }
  return windows1252.decode(room.subarray(0, length));
}
