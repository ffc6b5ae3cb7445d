/** A text as `plain` writes it, a byte a character, and where each stands in the text. */
export interface PlainBytes {
  readonly bytes: Uint8Array;
  readonly offsets: Int32Array;
  readonly length: number;
}

/** One buffer for all lines, grown where a line is longer: each is read before the next one is written. */
let bytes = new Uint8Array(4096);
let offsets = new Int32Array(4096);

/** Writes a text without quotes and with one blank for a run of them. What is no Latin-1 is 255. Valid until the next call. */
export function plainBytes(text: string): PlainBytes {
  if (bytes.length < text.length) {
    bytes = new Uint8Array(text.length * 2);
    offsets = new Int32Array(text.length * 2);
  }
  let length = 0;
  let blank = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // " ' ` and the typographic single quotes: what `plain` leaves out.
    if (code === 34 || code === 39 || code === 96 || code === 0x2018 || code === 0x2019) continue;
    const isBlank = code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
    if (isBlank && blank) continue;
    blank = isBlank;
    bytes[length] = isBlank ? 32 : Math.min(code, 255);
    offsets[length++] = index;
  }
  return { bytes, offsets, length };
}
