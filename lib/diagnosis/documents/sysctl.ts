import { quote, type Known } from './document';
import type { Region } from './region';
import { linesOf, spanIn } from './region-lines';

/** A kernel setting in dotted form; `missing` where the kernel has none of this name. */
export interface Sysctl {
  readonly name: string;
  readonly value: string;
}

/** The value under which a setting is reported that the kernel does not have. */
export const missingSysctl = 'missing';

/** What one of the forms begins with: a text without it is not cut into lines. */
const mayHold = /^\s*[a-z]+(?:\.[\w-]+){1,6}\s*=|\/proc\/sys\//m;

/** What a shell is told to write into a file (`cat <<EOF > FILE`) is no setting yet. */
const toBeWritten = /<<-?\s*["']?\w+["']?[^\n]{0,512}\n$/;

/** Reads `name = value`, `/proc/sys/a/b:value` (as `grep -H` prints it) and the output of `cat /proc/sys/a/b`. */
export function readSysctls(region: Region): Known<Sysctl>[] {
  const asked = [...(region.command?.value.text ?? '').matchAll(/\/proc\/sys\/([\w./-]{1,256})/g)].map((match) => dotted(match[1] ?? ''));
  const single = /^(?:sudo )?sysctl (?:-n|--values) ([\w.]{1,256})$/.exec(region.command?.value.text ?? '')?.[1];
  const names = single ? [single] : asked;
  if (toBeWritten.test(region.document.text.slice(Math.max(0, region.start - 600), region.start))) return [];
  if (names.length === 0 && !mayHold.test(quote(region))) return [];
  let next = 0;
  return linesOf(region).flatMap((line): Known<Sysctl>[] => {
    const text = line.text.slice(0, 2048).trim();
    const named = /^([a-z]+(?:\.[\w-]+){1,6})\s*=\s*(\S.*|)$/.exec(text) ?? /^\/proc\/sys\/([\w./-]{1,256})[:=]\s*(\S.*|)$/.exec(text);
    if (named) return [{ value: { name: dotted(named[1] ?? ''), value: named[2] ?? '' }, span: line.span }];
    const missing = /(?:sysctl: cannot stat|cat:|grep:) \/proc\/sys\/([\w./-]{1,256}): No such file or directory/.exec(text)?.[1];
    if (missing) {
      if (names.length > 0) next++;
      return [{ value: { name: dotted(missing), value: missingSysctl }, span: line.span }];
    }
    const name = names[next];
    if (name === undefined || region.kind !== 'sysctl' || !/^-?\d+(?:\s+-?\d+)*$/.test(text)) return [];
    next++;
    return [{ value: { name, value: text }, span: spanIn(line, text) }];
  });
}

function dotted(name: string): string {
  return name.replaceAll('/', '.');
}
