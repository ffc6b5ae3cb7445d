import type { Language } from '../diagnosis/sentence';

/** What a report says around the sentences of the engine, on every edge; one table per language. */
export const reportWords = {
  en: {
    next: 'Next you would meet',
    nextCured: 'The config with this change was diagnosed again, and no longer shows the cause.',
    nextNotCured: 'The config with this change was diagnosed again, and still shows the cause: something else has to change as well.',
    nextHost: 'The fix changes the host; how the host is then was not seen.',
    nextClear: 'Nothing that was given would stop the next start.',
    nextPossible: 'may be next',
    nextCertain: 'is next',
    nextAsks: 'One command tells whether the next start goes on:',
    handCause: 'Cause ({confidence}): {title}',
    handVerdict: 'No cause named: {summary}',
    handSeen: 'Seen in: {places}',
    handUnknown: 'Not known: {places}',
    handNowhere: 'Seen in: nothing that fails',
    handFix: 'Fix ({risk}): {title}',
    handNoFix: 'Fix: none that the evidence allows',
    handCheck: 'Check: {command}',
    handAsk: 'Next, read-only: {command}',
    handLink: 'Case: {link}',
    replySeen: 'It shows in:',
    replyCase: 'The whole diagnosis: {link}',
    bugTitle: 'A failure that no known cause explains',
    bugLines: 'What was printed',
    bugVersions: 'Versions',
    bugGiven: 'What was looked at',
    bugMissing: 'What would tell more',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

export type ReportWord = keyof (typeof reportWords)['en'];

/** One text of the table, with its holes filled. */
export function reportWord(key: ReportWord, language: Language = 'en', values: Readonly<Record<string, string>> = {}): string {
  return reportWords[language][key].replace(/\{(\w+)\}/g, (whole, hole: string) => values[hole] ?? whole);
}
