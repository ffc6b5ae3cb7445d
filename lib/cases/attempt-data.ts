import type { Report } from '../diagnosis/report';
import { compressed } from './compressed';
import { makeCaseId } from './manage-token';
import type { DocumentToStore } from './open-case';

interface Attempt {
  readonly number: number;
  readonly after: 'first' | 'evidence' | 'fix';
  readonly documents: readonly DocumentToStore[];
  readonly report: Report;
}

/** The rows of an attempt and its documents. */
export function attemptData({ number, after, documents, report }: Attempt) {
  return {
    id: makeCaseId(),
    number,
    after,
    createdAt: new Date(),
    engineVersion: report.engineVersion,
    report: compressed(JSON.stringify(report)),
    documents: { create: documents.map(({ text, ...entry }, position) => ({ ...entry, id: makeCaseId(), position, content: compressed(text) })) },
  };
}
