import { generalWords } from './general-words';
import type { DocumentEntry, Report } from './report';
import { sayFrom } from './sentence';
import { engineVersion } from './engine-version';

const say = sayFrom<typeof generalWords.en>('general');

/** The Report where checking did not end within its time: `unknown`, with how long was tried, in seconds. */
export function unfinishedReport(documents: DocumentEntry[], seconds: number): Report {
  return {
    engineVersion,
    verdict: 'unknown',
    started: null,
    summary: say('summaryUnfinished'),
    documents,
    reached: null,
    unrecognised: [],
    ruledOut: [],
    asks: [{ what: say('askEnd'), command: 'tail -n 200 -- run.log', tells: [] }],
    limits: [say('limitUnfinished', { seconds })],
    findings: [],
  };
}
