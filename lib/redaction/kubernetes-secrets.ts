import { isMasked, type Secret, type Stretch } from './secret';

/** Is there a Secret among the manifests of a text? */
const secretKind = /^[ \t]*["']?kind["']?:[ \t]*["']?Secret\b/m;
/** Where its values begin, in YAML: `data:` or `stringData:` with the entries below. */
const values = /^([ \t]*)(?:data|stringData):[ \t]*\r?$/gm;
const entry = /^([ \t]*)["']?[\w.-]{1,253}["']?:[ \t]*(?=\S)/;

/** Does a text hold a Secret? */
export function holdsSecretKind(text: string): boolean {
  return secretKind.test(text);
}

/** The values of Kubernetes Secrets in YAML: base64 hides nothing. */
export function findKubernetesSecrets(text: string): Secret[] {
  return holdsSecretKind(text) ? findData(text).flatMap(({ secrets }) => secrets) : [];
}

/** Every `data:` of a manifest with all that stands below it, and what is secret of it where the manifest is one of a Secret. */
export function findData(text: string): (Stretch & { readonly secrets: readonly Secret[] })[] {
  return [...text.matchAll(values)].map((match) => ({ start: match.index, ...valuesBelow(text, match.index + match[0].length, match[1]?.length ?? 0) }));
}

function valuesBelow(text: string, from: number, depth: number): { readonly end: number; readonly secrets: readonly Secret[] } {
  const found: Secret[] = [];
  let at = text.indexOf('\n', from) + 1;
  while (at > 0 && at < text.length) {
    const ending = text.indexOf('\n', at);
    const end = ending < 0 ? text.length : ending;
    const line = text.slice(at, end).replace(/\r$/, '');
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (line.trim() !== '' && indent <= depth) return { end: at, secrets: found };
    // A value of several lines (`|`) has no key of its own on them.
    const start = entry.exec(line)?.[0].length ?? indent;
    if (line.length > start && !isMasked(line) && !/^[|>][+-]?$/.test(line.slice(start))) found.push({ start: at + start, end: at + line.length, kind: 'token' });
    at = ending < 0 ? 0 : ending + 1;
  }
  return { end: text.length, secrets: found };
}
