import { isMasked, type Mask } from './mask';

/** Variables whose values say nothing secret and that a diagnosis may need. */
const harmless = new Set([
  'PATH', 'HOME', 'TERM', 'LANG', 'LANGUAGE', 'SHELL', 'USER', 'LOGNAME', 'PWD', 'TZ', 'HOSTNAME', 'container',
  'XDG_RUNTIME_DIR', 'DEBIAN_FRONTEND', 'TMPDIR', 'NVIDIA_VISIBLE_DEVICES', 'NVIDIA_DRIVER_CAPABILITIES',
]);
const harmlessPrefix = /^(?:LC_|_CONTAINERS_)/;

/** `"env": [` of a config, also with escaped quotes inside another JSON text. */
const list = /(\\*)"env\\*"\s*:\s*\[/g;

/** Masks the values of `env` lists (`["KEY=value", …]`); the list may be cut off or broken. */
export function maskEnvironment(text: string, mask: Mask): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(list)) {
    const start = match.index + match[0].length;
    if (start < from) continue;
    const { masked, end } = maskList(text, start, match[1] ?? '', mask);
    result += text.slice(from, start) + masked;
    from = end;
  }
  return result + text.slice(from);
}

function maskList(text: string, start: number, escape: string, mask: Mask): { masked: string; end: number } {
  const quote = `${escape}"`;
  let masked = '';
  let at = start;
  for (;;) {
    const gap = /[\s,]*/y;
    gap.lastIndex = at;
    masked += gap.exec(text)?.[0] ?? '';
    at = gap.lastIndex;
    if (!text.startsWith(quote, at)) return { masked, end: at };
    const end = closing(text, at + quote.length, escape);
    const entry = text.slice(at + quote.length, end);
    masked += quote + maskEntry(entry, mask);
    at = end;
    if (text.startsWith(quote, at)) {
      masked += quote;
      at += quote.length;
    }
  }
}

/** Where the string ends: at its quote, or at the end of the line where it is not closed. */
function closing(text: string, start: number, escape: string): number {
  for (let at = start; at < text.length; at++) {
    const unit = text[at];
    if (unit === '\n' || unit === '\r') return at;
    if (escape !== '' && text.startsWith(`${escape}"`, at) && text[at - 1] !== '\\') return at;
    if (escape === '' && unit === '\\') at++;
    else if (escape === '' && unit === '"') return at;
  }
  return text.length;
}

function maskEntry(entry: string, mask: Mask): string {
  const equals = entry.indexOf('=');
  if (equals < 0) return entry;
  const name = entry.slice(0, equals);
  const value = entry.slice(equals + 1);
  if (value === '' || isMasked(value) || harmless.has(name) || harmlessPrefix.test(name)) return entry;
  return `${name}=${mask('env', value)}`;
}
