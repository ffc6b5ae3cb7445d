import type { StoredCase } from '../cases/read-case';
import type { Language } from '../diagnosis/sentence';
import { renderReport } from '../report/render';

/** A case as the API shows it to who holds its link. */
export function caseBody({ id, title, status, createdAt, expiresAt, encrypted, attempts }: StoredCase, language: Language) {
  return {
    id,
    url: `/cases/${id}`,
    title,
    status,
    createdAt,
    expiresAt,
    // Said only where it is so: then there are no attempts, and its envelope is all there is.
    ...(encrypted ? { encrypted } : {}),
    attempts: attempts.map(({ number, after, createdAt: made, report }) => ({
      number,
      after,
      createdAt: made,
      documents: report.documents,
      report: renderReport(report, language),
    })),
  };
}
