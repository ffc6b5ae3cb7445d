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

/** Reads `ID` (the latest attempt) or `ID:2`; the right to see it is the id. */
export async function readSide(address: string | undefined, language: Language): Promise<Side | 'gone' | 'missing' | undefined> {
  if (address === undefined || address === '') return undefined;
  const [id = '', number] = address.split(':');
  const stored = await readCase(id);
  if (stored === 'gone') return 'gone';
  const attempt = number === undefined ? stored?.attempts.at(-1) : stored?.attempts.find((one) => String(one.number) === number);
  if (!stored || !attempt) return 'missing';
  return { id, attempt: attempt.number, stored, report: renderReport(attempt.report, language) };
}
