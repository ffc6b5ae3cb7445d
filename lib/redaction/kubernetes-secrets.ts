import { isMasked, type Secret } from './secret';

/** Is there a Secret among the manifests of a text? */
const secretKind = /^[ \t]*["']?kind["']?:[ \t]*["']?Secret\b/m;
/** Where its values begin, in YAML: `data:` or `stringData:` with the entries below. */
const values = /^([ \t]*)(?:data|stringData):[ \t]*\r?$/gm;
const entry = /^([ \t]*)["']?[\w.-]{1,253}["']?:[ \t]*(?=\S)/;

/** The values of Kubernetes Secrets in YAML: base64 hides nothing. */
export function findKubernetesSecrets(text: string): Secret[] {
  if (!secretKind.test(text)) return [];
  return [...text.matchAll(values)].flatMap((match) => valuesBelow(text, match.index + match[0].length, match[1]?.length ?? 0));
}

function valuesBelow(text: string, from: number, depth: number): Secret[] {
  const found: Secret[] = [];
  let at = text.indexOf('\n', from) + 1;
  while (at > 0 && at < text.length) {
    const ending = text.indexOf('\n', at);
    const end = ending < 0 ? text.length : ending;
    const line = text.slice(at, end).replace(/\r$/, '');
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (line.trim() !== '' && indent <= depth) break;
    // A value of several lines (`|`) has no key of its own on them.
    const start = entry.exec(line)?.[0].length ?? indent;
    if (line.length > start && !isMasked(line) && !/^[|>][+-]?$/.test(line.slice(start))) found.push({ start: at + start, end: at + line.length, kind: 'token' });
    at = ending < 0 ? 0 : ending + 1;
  }
  return found;
}
