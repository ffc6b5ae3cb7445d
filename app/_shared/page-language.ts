import { headers } from 'next/headers';
import type { Language } from '../../lib/diagnosis/sentence';
import { pickLanguage } from '../../lib/report/language';

/** The language of the page that is made; `proxy.ts` chose it from the address, the cookie and the browser. */
export async function pageLanguage(): Promise<Language> {
  return pickLanguage((await headers()).get('x-language'), null);
}
