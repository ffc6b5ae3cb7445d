import type { Report } from '../diagnosis/report';
import { compressed } from './compressed';
import { makeCaseId } from './manage-token';
import { plainText } from './plain-text';
import type { DocumentRow } from './put-objects';

interface Attempt {
  readonly number: number;
  readonly after: 'first' | 'evidence' | 'fix';
  readonly documents: readonly DocumentRow[];
  readonly report: Report;
}

/** The rows of an attempt and its documents. */
export async function attemptData({ number, after, documents, report }: Attempt) {
  return {
    id: makeCaseId(),
    number,
    after,
    createdAt: new Date(),
    engineVersion: report.engineVersion,
    report: await compressed(JSON.stringify(report)),
    documents: { create: documents.map((entry, position) => ({ ...entry, name: plainText(entry.name), id: makeCaseId(), position })) },
  };
}
