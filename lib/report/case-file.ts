import type { DocumentEntry, Report } from '../diagnosis/report';

const format = 'userns-doctor-case';

interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** A case in a file: masked texts, and the Report of the version that wrote it. */
export interface CaseFile {
  readonly format: typeof format;
  readonly version: 1;
  readonly documents: readonly NamedText[];
  readonly report: Report;
}

/** The text of a case file. `documents` are masked ones. */
export function writeCase(documents: readonly NamedText[], report: Report): string {
  const file: CaseFile = { format, version: 1, documents, report };
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

/** What was not read, as a Report lists it, and why. */
export type RefusedEntry = DocumentEntry & { refused: string };

/** The entry of a document that was not read. */
export function refusedEntry(name: string, bytes: number, refused: string): RefusedEntry {
  return { name, kind: 'refused', bytes, lines: 0, refused };
}

/** What a case file holds. */
export interface OpenedFile {
  readonly documents: readonly NamedText[];
  readonly refused: readonly RefusedEntry[];
}

/** A Report with entries for what was not read, behind those of what was. */
export function withRefused<Of extends { readonly documents: DocumentEntry[] }>(report: Of, refused: readonly RefusedEntry[]): Of {
  return { ...report, documents: [...report.documents, ...refused] };
}

/** A case file; `undefined` for any other text. Of the Report in it nothing is believed but what could not be read: the documents are diagnosed anew. */
export function readCase(text: string): OpenedFile | undefined {
  // Most texts are none, and are not parsed to see it.
  if (!text.slice(0, 200).includes(`"${format}"`)) return undefined;
  try {
    const { format: is, version, documents, report } = Object(JSON.parse(text)) as Record<string, unknown>;
    if (is !== format || version !== 1 || !Array.isArray(documents)) return undefined;
    const texts = objectsIn(documents).flatMap(({ name, text: content }) => (typeof name === 'string' && typeof content === 'string' ? [{ name, text: content }] : []));
    const refused = objectsIn((Object(report) as Record<string, unknown>).documents).flatMap(({ name, bytes, refused: why }) =>
      typeof name === 'string' && typeof bytes === 'number' && typeof why === 'string' ? [refusedEntry(name, bytes, why)] : [],
    );
    return { documents: texts, refused };
  } catch {
    return undefined;
  }
}

const objectsIn = (list: unknown) => (Array.isArray(list) ? list.map((one: unknown) => Object(one) as Record<string, unknown>) : []);
