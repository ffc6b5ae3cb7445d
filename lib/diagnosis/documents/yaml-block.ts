import { lineSpan, quote, type Document } from './document';
import type { Region } from './region';

/** A line that manifests hold: a key, a list entry, a comment, a document mark, or text that is indented below one. */
const yamlLine = /^(?:\s*#|\s*$|---|\.\.\.|\s*-(?:\s|$)|\s*["']?[A-Za-z][\w./-]*["']?:(?:\s|$)|\s{2,}\S)/;
/** A line of a shell session or log looks like a key only at first sight. */
const otherLine = /^(?:time=|level=|[\w.-]+@[\w.-]+[: ]|(?:runc|crun|ctr|docker|podman|Error|error|FATA|WARN|ERRO)\b)/;

/** `podman info` has these members under `host`. */
const podmanInfo = /^ {2}(?:arch|Arch|buildahVersion|BuildahVersion|cgroupVersion|ociRuntime|OCIRuntime|idMappings|IDMappings):/m;

/** A manifest that begins on this line: `apiVersion` or `kind` at the margin, with the other one below it; or `podman info`. */
export function yamlBlockAt(document: Document, index: number): Region | undefined {
  const first = lineSpan(document, index);
  const head = document.text.slice(first.start, Math.min(first.end, first.start + 256));
  const other = /^(?:host|debug):\s*$/.test(head) ? podmanInfo : /^apiVersion:\s+\S/.test(head) ? /^kind:\s/m : /^kind:\s+[A-Z]\w*\s*$/.test(head) ? /^apiVersion:\s/m : undefined;
  if (!other || !other.test(document.text.slice(first.end, first.end + 4096))) return undefined;
  let last = first;
  for (let at = index + 1; at < document.lineStarts.length; at++) {
    const line = lineSpan(document, at);
    const text = quote({ ...line, end: Math.min(line.end, line.start + 512) });
    if (!yamlLine.test(text) || otherLine.test(text)) break;
    if (text.trim() !== '') last = line;
  }
  return { document, start: first.start, end: last.end, kind: 'yaml' };
}
