import { languages, type Language } from '../diagnosis/sentence';

/**
 * The language to answer in: `?lang=` where it names one we have, else the one of `Accept-Language` (or of a locale
 * such as `zh_CN.UTF-8`) that is weighted highest, the first among equals; else English.
 */
export function pickLanguage(lang: string | null, acceptLanguage: string | null): Language {
  const accepted = (acceptLanguage ?? '').slice(0, 512).split(',').map(readRange);
  return languageOfTag(lang ?? '') ?? accepted.toSorted((a, b) => b.weight - a.weight).find(({ weight, language }) => weight > 0 && language)?.language ?? 'en';
}

/** One range of `Accept-Language` (RFC 9110, 12.5.4); a weight that is no number counts as 0. */
function readRange(range: string): { language: Language | undefined; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
  const weight = parameters.find((part) => part.startsWith('q='))?.slice(2);
  return { language: languageOfTag(tag), weight: weight === undefined ? 1 : Number(weight) || 0 };
}

function languageOfTag(tag: string): Language | undefined {
  const primary = tag.trim().toLowerCase().split(/[-_.]/)[0];
  return languages.find((language) => language === primary);
}
