import type { Known } from '../documents/document';
import { readLogLines, type LogLine } from '../documents/log-lines';
import type { Region } from '../documents/region';
import { isExitStatus } from './line-failure';
import { makesNamespace, runsContainer, startsSomething } from './run-command';

/** How a container ended that was run in the foreground: with status 0 or not, and the line that says so. */
export type Ended = Known<'well' | 'badly'>;

/** The regions of containers whose status was asked for next. With 0 nothing that it printed stopped it; with another one what it printed may be why it did not start. */
export function endings(regions: readonly Region[]): ReadonlyMap<Region, Ended> {
  const ended = regions.flatMap((region, index): (readonly [Region, Ended])[] => {
    const text = region.command?.value.text ?? '';
    const isPlain = runsContainer(text) && !/[|;&]|\s(?:-[a-ce-z]*d[a-z]*|--detach)(?:\s|$)/.test(text);
    if (!isPlain) return [];
    // The prompt and the output of one command may be regions of their own.
    const later = regions.slice(index + 1, index + 8).filter(({ command, document }) => document === region.document && command !== region.command);
    const next = later.filter(({ command }) => command === later[0]?.command);
    if (!later[0] || !isExitStatus(later[0])) return [];
    const line = next.flatMap(readLogLines).find((one) => /^\d{1,3}$/.test(one.text.trim()));
    return line ? [[region, { value: line.text.trim() === '0' ? 'well' : 'badly', span: line.span }]] : [];
  });
  return new Map(ended);
}

/** A command that runs a container and prints something that is no failure: its process was there to print it. */
export function startSeen(region: Region, lines: readonly LogLine[], failed: boolean): Known<boolean> | undefined {
  const command = region.command?.value.text;
  if (failed || command === undefined || !runsContainer(command) || /\s(-d|--detach)\b/.test(command)) return undefined;
  const prompted = region.command?.span;
  const isOutput = ({ span }: LogLine) => span.document !== prompted?.document || span.start >= prompted.end;
  const printed = lines.find((line) => line.level === undefined && !line.by && isOutput(line) && !/^(?:type=|audit: )/.test(line.text));
  return printed && { value: true, span: printed.span };
}

/**
 * The output of `unshare -U COMMAND`, where nothing else is started or shown: the kernel gives this user a namespace.
 * Next to a config or another start it would say nothing of that one.
 */
export function probe(regions: readonly Region[]): Known<boolean> | undefined {
  const isProbe = ({ command }: Region) => command !== undefined && makesNamespace(command.value.text);
  const others = regions.some((region) => region.kind === 'oci-config' || region.kind === 'yaml' || (region.command !== undefined && startsSomething(region.command.value.text)));
  const output = regions.find((region) => isProbe(region) && region.start >= (region.command?.span.end ?? region.end) && region.end > region.start);
  return others || !output ? undefined : { value: true, span: output };
}
