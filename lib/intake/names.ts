import { readLimits } from './limits';

/** Control, bidirectional and zero-width characters of a name are shown, not obeyed. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The label of a document: what the sender called it, harmless to show, never a path that is opened. */
export function displayName(given: string | undefined): string {
  const parts = (given ?? '')
    .replace(unseen, (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .split(/[\\/]+/)
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const name = parts.join('/').trim();
  return name === '' ? 'pasted.txt' : [...name].slice(0, readLimits().nameCharacters).join('');
}

/** Names that occur twice get a number: `config.json`, `config-2.json`. */
export function makeUnique(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const [, stem = name, ending = ''] = /^(.+?)((?:\.[^./]+)?)$/su.exec(name) ?? [];
    let unique = name;
    for (let number = 2; used.has(unique); number++) unique = `${stem}-${number}${ending}`;
    used.add(unique);
    return unique;
  });
}
