import { languages, wordsOf, type Language, type Words } from '../../lib/diagnosis/sentence';

/** The language in which the page was answered; asked in the browser, of what asks further from there. */
export function languageHere(): Language {
  return languages.find((language) => document.documentElement.lang.startsWith(language)) ?? 'en';
}

/** The texts of a table in that language, outside of components. */
export function wordsHere<W extends Words>(tables: Readonly<Record<Language, W>>) {
  return wordsOf(tables[languageHere()]);
}
