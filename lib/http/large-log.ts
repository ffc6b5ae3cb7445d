import { createHash } from 'node:crypto';
import { BlockWriter } from '../cases/blocks';
import { compressedNow } from '../cases/compressed';
import { Excerpt } from '../excerpt/excerpt';
import type { ReadContent } from '../intake/read-evidence';
import { MaskedStream } from '../redaction/masked-stream';
import type { Marks } from '../redaction/masking';

/** Reads a log as it comes and keeps nothing of it but the lines that matter, unmasked. */
export class PassingLog {
  readonly #excerpt = new Excerpt();
  readonly #decoder: TextDecoder | undefined;
  #bytes = 0;

  constructor(encoding: string) {
    // UTF-8 is scanned as it lies; only the lines that are kept are ever decoded.
    this.#decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding);
  }

  add(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    this.#excerpt.add(this.#decoder ? Buffer.from(this.#decoder.decode(bytes, { stream: true })) : bytes);
  }

  end(): ReadContent {
    return { text: this.#excerpt.end().text, bytes: this.#bytes };
  }
}

/** Masks a log as it comes, then scans and compresses it: nothing after the masking sees what was sent. Throws Endless. */
export class StoredLog {
  readonly #excerpt = new Excerpt();
  readonly #decoder: TextDecoder;
  readonly #masked: MaskedStream;
  readonly #hash = createHash('sha256');
  #blocks: BlockWriter | undefined = new BlockWriter();
  #characters = 0;
  #bytes = 0;

  constructor(encoding: string, marks: Marks, private readonly mostBytes: number) {
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: encoding === 'utf-8' });
    this.#masked = new MaskedStream(marks);
  }

  add(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    this.#take(this.#masked.add(this.#decoder.decode(bytes, { stream: true })));
  }

  end(): ReadContent {
    this.#take(this.#masked.add(this.#decoder.decode()));
    this.#take(this.#masked.end());
    const { text } = this.#excerpt.end();
    const kept = this.#blocks ? { content: this.#blocks.end(), characters: this.#characters } : { content: compressedNow(text), characters: text.length };
    return { text, bytes: this.#bytes, kept: { ...kept, fingerprint: this.#hash.digest('hex') } };
  }

  #take(masked: string): void {
    if (masked === '') return;
    const bytes = Buffer.from(masked, 'utf8');
    this.#characters += masked.length;
    this.#hash.update(bytes);
    this.#excerpt.add(bytes);
    if (this.#blocks && this.#blocks.bytes + bytes.length > this.mostBytes) this.#blocks = undefined;
    this.#blocks?.add(bytes);
  }
}
