import { filled, inLanguages, type Language } from '../diagnosis/sentence';
import { zh } from './refusals.zh';

/** Why a document is not read, as the intake says it in English, with holes for what differs. */
export const refusals = inLanguages({
  en: {
    binary: 'it is a binary file, not text',
    large: 'it is too large',
    emptyArchive: 'it is an empty archive',
    damagedArchive: 'it is a damaged archive',
    largeArchive: 'the archive unpacks to more than {count} bytes',
    manyMembers: 'the archive holds more than {count} members',
    nested: 'it is an archive inside an archive, which is not opened',
    notFollowed: 'it is a {type}, which is not followed',
    credentials: 'it looks like {what}, so it was neither read nor stored; if it was sent elsewhere too, change what it holds',
    credentialsHere: 'it looks like {what}, so it was not sent; if it was sent elsewhere too, change what it holds',
    docker: 'a Docker credentials file',
    kubeconfig: 'a kubeconfig',
    serviceAccount: 'a service account key',
    terraform: 'a Terraform state',
    netrc: 'a .netrc file',
    privateKey: 'a private key',
  },
  zh,
});

const patterns = Object.entries(refusals.en).map(([key, template]) => ({ key, pattern: new RegExp(`^${template.replace(/[.*+?^$()[\]\\|]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>.{1,80})')}$`) }));

/** The same reason in a language; one that is not known stays as it is. */
export function refusalIn(language: Language, why: string): string {
  if (language === 'en') return why;
  for (const { key, pattern } of patterns) {
    const match = pattern.exec(why);
    const holes = Object.entries(match?.groups ?? {}).map(([hole, value]) => [hole, refusalIn(language, value)]);
    const words: Readonly<Record<string, string>> = refusals[language];
    if (match) return filled(words[key] ?? why, Object.fromEntries(holes) as Record<string, string>);
  }
  return why;
}
