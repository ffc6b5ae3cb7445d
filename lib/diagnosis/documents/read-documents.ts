import { makeDocument, type Document } from './document';
import { recognise } from './recognise';
import type { Region } from './region';

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
    const document = makeDocument(name, text);
    return { document, ...recognise(document) };
  });
}
