import { readDocuments } from './documents/read-documents';

/** A config.json that stands in a text: a file of its own, or a stretch of a paste or a session. */
export interface ConfigGiven {
  /** The name of its document. */
  readonly document: string;
  /** Offsets in the document's text, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Where the OCI configs stand among the texts, in their order. */
export function configsGiven(texts: readonly { readonly name: string; readonly text: string }[]): ConfigGiven[] {
  // Behind prefixes a config is no stretch of the text.
  return readDocuments(texts).flatMap(({ document, regions }) =>
    (document.prefixed ? [] : regions).filter(({ kind }) => kind === 'oci-config').map(({ start, end }) => ({ document: document.name, start, end })),
  );
}
