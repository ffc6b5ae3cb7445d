import type { Document, Span } from './document';

/** So many stretches of a document are kept for each reader, the latest ones. */
const mostKept = 64;

/**
 * A reader that reads each stretch of a document once, where several ask for it. What it made is kept with the document: a
 * WeakMap would make each garbage collection several times longer.
 */
export function once<Made>(read: (region: Span) => Made, most = mostKept): (region: Span) => Made {
  return (region) => made(region.document, read, `${region.start}-${region.end}`, () => read(region), most);
}

/** A reader of lines that reads those that say the same once: a program that tries again prints the same again. */
export function onceForWords<Made>(read: (words: string) => Made, most: number): (words: string, document: Document) => Made {
  return (words, document) => made(document, read, words, () => read(words), most);
}

/** What a reader made under a key, of the `most` latest ones; made where it is not there. */
function made<Made>(document: Document, reader: object, key: string, make: () => Made, most: number): Made {
  const kept = keptOf(document, reader) as Map<string, Made>;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const one = make();
  const [oldest] = kept.size >= most ? kept.keys() : [];
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, one);
  return one;
}

function keptOf({ made: kept }: Document, reader: object): Map<string, unknown> {
  const known = kept?.get(reader);
  if (known) return known;
  const empty = new Map<string, unknown>();
  kept?.set(reader, empty);
  return empty;
}
