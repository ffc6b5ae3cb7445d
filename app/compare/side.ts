import { readCase, type StoredCase } from '../../lib/cases/read-case';
import type { RenderedReport } from '../../lib/diagnosis/report';
import type { Language } from '../../lib/diagnosis/sentence';
import { renderReport } from '../../lib/report/render';

/** One attempt of a case, as a side of a comparison. */
export interface Side {
  readonly id: string;
  readonly attempt: number;
  readonly stored: StoredCase;
  readonly report: RenderedReport;
}

/** Reads `ID` (the latest attempt) or `ID:2`; the right to see it is the id, where the case has no password. */
export async function readSide(address: string | undefined, language: Language): Promise<Side | 'gone' | 'missing' | 'encrypted' | undefined> {
  if (address === undefined || address === '') return undefined;
  const [id = '', number] = address.split(':');
  const stored = await readCase(id);
  if (stored === 'gone') return 'gone';
  const attempt = number === undefined ? stored?.attempts.at(-1) : stored?.attempts.find((one) => String(one.number) === number);
  // Its pass goes to the page of the case alone, so here a case with a password is not shown.
  if (stored?.encrypted && stored.passwordHash === undefined) return 'encrypted';
  if (!stored || !attempt || stored.passwordHash !== undefined) return 'missing';
  return { id, attempt: attempt.number, stored, report: renderReport(attempt.report, language) };
}
