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
