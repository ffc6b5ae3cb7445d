import { languages, type Language } from '../diagnosis/sentence';

/**
 * The language to answer in: `?lang=` where it names one we have, else the first of `Accept-Language` that we
 * have, else English.
 */
export function pickLanguage(lang: string | null, acceptLanguage: string | null): Language {
  const wanted = [lang ?? '', ...(acceptLanguage ?? '').slice(0, 512).split(',')];
  for (const one of wanted) {
    const tag = one.split(';')[0]?.trim().toLowerCase().split('-')[0];
    const known = languages.find((language) => language === tag);
    if (known) return known;
  }
  return 'en';
}
