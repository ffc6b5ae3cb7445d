import type { NextIn } from '../diagnosis/report';
import type { ReportWords } from './words';

/** What is said of the config after the fix: whether it was cured, and that nothing follows where nothing does. */
export function nextVerdict({ cured, findings, asks }: NextIn<string>, words: ReportWords): string {
  const said = words[cured === null ? 'nextHost' : cured ? 'nextCured' : 'nextNotCured'];
  const clear = findings.length === 0 && asks.length === 0 && cured !== false;
  return clear ? `${said} ${words.nextClear}` : said;
}

/** How sure it is that a fault stops the next start. */
export function nextWord({ confidence }: NextIn<string>['findings'][number], words: ReportWords): string {
  return confidence === 'certain' ? words.nextCertain : words.nextPossible;
}
