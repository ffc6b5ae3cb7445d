/** A text read from bytes, or why it cannot be one. */
export type Decoded = { readonly text: string } | { readonly refused: string };

/** How much is looked at to tell text from something else, in characters. */
const probe = 8192;

/** The encoding of a text by its first bytes, as the Encoding Standard calls it. */
export function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  return first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * UTF-8, or UTF-16 with a byte order mark. The mark of UTF-8 stays: to Go it is an error, and the reader must see it.
 * What is no valid UTF-8 is replaced visibly; what holds NUL or many control characters is no text.
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding, { ignoreBOM: encoding === 'utf-8' }).decode(bytes);
  const head = text.slice(0, probe);
  if (head.includes('\0')) return { refused: 'it is a binary file, not text' };
  // Colour codes, tabs and line breaks are part of logs.
  const controls = head.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\uFFFD]/g)?.length ?? 0;
  if (controls > 16 && controls > head.length / 10) return { refused: 'it is a binary file, not text' };
  return { text };
}
