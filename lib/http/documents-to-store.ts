import type { DocumentToStore } from '../cases/open-case';
import type { Report } from '../diagnosis/report';
import type { NamedText } from '../redaction/redact';

/** The masked texts with what the Report says of each; what was refused is not among them. */
export function documentsToStore(texts: readonly NamedText[], report: Report): DocumentToStore[] {
  const entries = new Map(report.documents.map((entry) => [entry.name, entry]));
  return texts.map(({ name, text }) => {
    const { kind = 'text', bytes = 0, lines = 0 } = entries.get(name) ?? {};
    return { name, kind, bytes, lines, text };
  });
}
