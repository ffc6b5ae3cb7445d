import type { NextIn } from '../diagnosis/report';
import { reportWord, type ReportWord } from './words';

/** What is said of the config after the fix: whether it was cured, and that nothing follows where nothing does. */
export function nextVerdict({ cured, findings, asks }: NextIn<string>): string {
  const said: ReportWord = cured === null ? 'nextHost' : cured ? 'nextCured' : 'nextNotCured';
  const clear = findings.length === 0 && asks.length === 0 && cured !== false;
  return clear ? `${reportWord(said)} ${reportWord('nextClear')}` : reportWord(said);
}

/** How sure it is that a fault stops the next start. */
export function nextWord({ confidence }: NextIn<string>['findings'][number]): string {
  return reportWord(confidence === 'certain' ? 'nextCertain' : 'nextPossible');
}
