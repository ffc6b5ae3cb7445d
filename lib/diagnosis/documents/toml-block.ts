import { lineSpan, quote, type Document } from './document';
import type { Region } from './region';

/** What begins a configuration of containerd: its version, or a table that it has. */
const first = /^\s*(?:version\s*=\s*[1-4]\s*$|\[{1,2}(?:plugins|grpc|ttrpc|debug|metrics|cgroup|timeouts|stream_processors|proxy_plugins|crio)\b[^\]]{0,256}\]{1,2}\s*$)/;
/** Tables, of which the first follows soon: so far is looked for it. */
const soon = 64;
const table = /^\s*\[{1,2}[\w."' -]{1,256}\]{1,2}\s*(?:#.*)?$/;
const tomlLine = /^\s*(?:$|#|\[|[\]})]|[\w."'-]{1,256}(?:\s*\.\s*[\w."'-]{1,256})*\s*=|["'{]|[\d.]+,?\s*$|(?:true|false),?\s*$)/;
/** Lines of logs and sessions that look alike. */
const otherLine = /^(?:time=|level=|```|~~~|[\w.-]+@[\w.-]+[: ]|\[?[\w.-]+@|\[(?:INFO|WARNING|ERROR|rootlesskit:|\s*\d)|\{"|[$#>%] (?!\s*[\w."'-]+\s*=))/;

/** containerd's configuration that begins on this line, alone or in a paste. */
export function tomlBlockAt(document: Document, index: number): Region | undefined {
  const begin = lineSpan(document, index);
  if (!first.test(quote({ ...begin, end: Math.min(begin.end, begin.start + 512) }))) return undefined;
  let last = begin;
  let tables = 0;
  for (let at = index; at < document.lineStarts.length; at++) {
    const line = lineSpan(document, at);
    const text = quote({ ...line, end: Math.min(line.end, line.start + 1024) });
    if (!tomlLine.test(text) || otherLine.test(text)) break;
    if (table.test(text)) tables++;
    if (tables === 0 && at - index > soon) break;
    if (text.trim() !== '') last = line;
  }
  return tables > 0 ? { document, start: begin.start, end: last.end, kind: 'toml' } : undefined;
}
