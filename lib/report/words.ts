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
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

export type ReportWord = keyof (typeof reportWords)['en'];

/** One text of the table. */
export function reportWord(key: ReportWord, language: Language = 'en'): string {
  return reportWords[language][key];
}
