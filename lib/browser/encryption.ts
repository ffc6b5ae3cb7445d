import { envelope, envelopeHead, isEnvelope } from '../contract/envelope';

/** The text was encrypted by another key, or was changed since, or is no envelope. */
export class NotOpened extends Error {}
/** The text is longer than what is accepted. */
export class TooLong extends Error {}

const algorithm = 'AES-GCM';

export interface Encrypted {
  /** As lib/contract/envelope.ts says. */
  readonly envelope: Uint8Array<ArrayBuffer>;
  /** 256 random bits, base64url; of this envelope alone. */
  readonly key: string;
}

/** Can this page encrypt? Browsers do so only on https and on localhost. */
export function canEncrypt(): boolean {
  return (globalThis.crypto as Partial<Crypto> | undefined)?.subtle !== undefined;
}

/** Compresses a text and encrypts it by a new key. */
export async function encryptText(text: string): Promise<Encrypted> {
  const [raw, iv] = [crypto.getRandomValues(new Uint8Array(32)), crypto.getRandomValues(new Uint8Array(envelope.ivBytes))];
  const packed = await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
  const sealed = await crypto.subtle.encrypt(parameters(iv), await keyOf(raw, 'encrypt'), packed);
  return { envelope: new Uint8Array(await new Blob([envelopeHead, iv, sealed]).arrayBuffer()), key: toBase64url(raw) };
}

/** The text of an envelope, of `most` bytes at most. Throws NotOpened or TooLong. */
export async function decryptText(bytes: Uint8Array<ArrayBuffer>, key: string, most: number): Promise<string> {
  const raw = fromBase64url(key);
  if (!raw || !isEnvelope(bytes)) throw new NotOpened('this is no key, or no envelope');
  const [begin, end] = [envelopeHead.length, envelopeHead.length + envelope.ivBytes];
  const packed = await crypto.subtle.decrypt(parameters(bytes.slice(begin, end)), await keyOf(raw, 'decrypt'), bytes.slice(end)).catch(() => {
    throw new NotOpened('the envelope does not open by this key');
  });
  return unpacked(packed, most);
}

const parameters = (iv: Uint8Array<ArrayBuffer>) => ({ name: algorithm, iv, additionalData: envelopeHead, tagLength: 8 * envelope.tagBytes });
const keyOf = (raw: Uint8Array<ArrayBuffer>, use: 'encrypt' | 'decrypt') => crypto.subtle.importKey('raw', raw, algorithm, false, [use]);

/** Counted as it comes: who has the key may have packed a bomb. */
async function unpacked(packed: ArrayBuffer, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.length;
    if (bytes > most) {
      await reader.cancel();
      throw new TooLong('the text unpacks to more than is accepted');
    }
    text += decoder.decode(read.value, { stream: true });
  }
  return text + decoder.decode();
}

function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of a key; `undefined` for any other text. */
function fromBase64url(key: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]{43}$/.test(key)) return undefined;
  return Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
