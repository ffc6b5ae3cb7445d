import type { Document, Span } from './document';

/** So many stretches of a document are kept for each reader, the latest ones. */
const mostKept = 64;

/**
 * A reader that reads each stretch of a document once, where several ask for it. What it made is kept with the document: a
 * WeakMap would make each garbage collection several times longer.
 */
export function once<Made>(read: (region: Span) => Made, most = mostKept): (region: Span) => Made {
  return (region) => {
    const { document, start, end } = region;
    const kept = keptOf(document, read) as Map<string, Made>;
    const place = `${start}-${end}`;
    const known = kept.get(place);
    if (known !== undefined) return known;
    const made = read(region);
    const [oldest] = kept.size >= most ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(place, made);
    return made;
  };
}

function keptOf({ made }: Document, reader: object): Map<string, unknown> {
  const known = made?.get(reader);
  if (known) return known;
  const kept = new Map<string, unknown>();
  made?.set(reader, kept);
  return kept;
}
