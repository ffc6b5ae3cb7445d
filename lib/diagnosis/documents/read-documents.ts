import { lineSpan, makeDocument, quote, withoutPrefix, type Document } from './document';
import { recognise } from './recognise';
import type { Region } from './region';
import { mayBearPrefix, sharedPrefix } from './shared-prefix';

/** A document, what it is, and the regions that readers read. */
export interface ReadDocument {
  readonly document: Document;
  /** What the report calls it, e.g. `oci-config`. */
  readonly kind: string;
  readonly regions: readonly Region[];
}

/** Recognises each text by its content. */
export function readDocuments(texts: readonly { readonly name: string; readonly text: string }[]): ReadDocument[] {
  return texts.map(({ name, text }) => {
    const document = plainDocument(name, text);
    return { document, ...recognise(document) };
  });
}

/** A text without what a mail, a CI log or the journal puts before each of its lines. */
export function plainDocument(name: string, text: string): Document {
  const given = makeDocument(name, text);
  if (given.lineNumbers || !mayBearPrefix(text)) return given;
  const lengths = sharedPrefix(given.lineStarts.map((_, index) => quote(lineSpan(given, index))));
  return lengths ? withoutPrefix(given, lengths) : given;
}
