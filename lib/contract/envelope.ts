/**
 * The envelope of an encrypted case, version 1: `USND`, the version as one byte, an IV of 12 bytes, and what AES-256-GCM made
 * of the case, its tag of 16 bytes last. The first five bytes are its additional data. SECURITY.md has the whole format.
 */
export const envelope = { magic: 'USND', version: 1, ivBytes: 12, tagBytes: 16 } as const;

/** `USND` and the version: what an envelope begins with, and its additional data. */
export const envelopeHead = Uint8Array.from([...envelope.magic].map((character) => character.charCodeAt(0)).concat(envelope.version));

const least = envelopeHead.length + envelope.ivBytes + envelope.tagBytes;

/** Is it an envelope of a known version, by its head and its least length? Only who has the key can say more. */
export function isEnvelope(bytes: Uint8Array): boolean {
  return bytes.length >= least && envelopeHead.every((byte, index) => bytes[index] === byte);
}
