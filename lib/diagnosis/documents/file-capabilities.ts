import type { Known } from './document';
import type { Region } from './region';
import { linesOf } from './region-lines';

/** What `getcap` shows of a file; the capabilities are empty where it was asked and showed none. */
export interface FileCapabilities {
  readonly path: string;
  /** E.g. `cap_setuid=ep`; libcap before 2.41 wrote `= cap_setuid+ep`. */
  readonly capabilities: string;
}

const printed = /^\s*(\/[^\s"']{1,1024})\s+(?:=\s*)?((?:cap_\w{1,32},?){1,41}[=+][eip]{1,3}(?:\s+(?:cap_\w{1,32},?){1,41}[=+-][eip]{1,3}){0,8}|=[eip]{1,3})\s*$/;

/** `rpm -V`: the capabilities of an installed file are not those of its package (rpm(8), VERIFY OPTIONS). */
const verified = /^[S.?][M.?][5.?][D.?][L.?][U.?][G.?][T.?]P\s+(?:[cdglr]\s+)?(\/\S{1,1024})$/;

/** Reads the output of `getcap`, and what `rpm -V` found changed. */
export function readFileCapabilities(region: Region): Known<FileCapabilities>[] {
  return linesOf(region).flatMap(({ text, span }) => {
    const [, path, capabilities] = printed.exec(text.slice(0, 4096)) ?? [];
    const changed = verified.exec(text.slice(0, 2048).trim())?.[1];
    if (changed) return [{ value: { path: changed, capabilities: '' }, span }];
    return path && capabilities ? [{ value: { path, capabilities: capabilities.replace('+', '=') }, span }] : [];
  });
}

/** The files that a command asks `getcap` for. */
export function askedOfGetcap({ command }: Region): readonly string[] {
  const words = /(?:^|[\s/])getcap\s+([^|;&]{1,2048})/.exec(command?.value.text ?? '')?.[1];
  return words?.split(/\s+/).filter((word) => word.startsWith('/')) ?? [];
}
