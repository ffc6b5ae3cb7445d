import type { Report } from '../diagnosis/report';

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

/** The documents of a case file; `undefined` for any other text. The Report in it is not believed: they are diagnosed anew. */
export function readCase(text: string): readonly NamedText[] | undefined {
  // Most texts are none, and are not parsed to see it.
  if (!text.slice(0, 200).includes(`"${format}"`)) return undefined;
  try {
    const { format: is, version, documents } = Object(JSON.parse(text)) as Record<string, unknown>;
    if (is !== format || version !== 1 || !Array.isArray(documents)) return undefined;
    const read = documents.map((one: unknown) => Object(one) as Record<string, unknown>);
    return read.flatMap(({ name, text: content }) => (typeof name === 'string' && typeof content === 'string' ? [{ name, text: content }] : []));
  } catch {
    return undefined;
  }
}
