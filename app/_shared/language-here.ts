import { languages, type Language } from '../../lib/diagnosis/sentence';

/** The language in which the page was answered; asked in the browser, of what asks further from there. */
export function languageHere(): Language {
  return languages.find((language) => document.documentElement.lang.startsWith(language)) ?? 'en';
}
