import { lineIndexAt, lineSpan, quote, type Span } from './document';
import { readLogLine, type LogLine } from './log-lines';
import { endsWith, readMembers, type Member } from './members';
import type { Region } from './region';

/** Members in which an object hands on what a program said: events and states of Kubernetes, `docker inspect`, `podman inspect`. */
const handedOn = ['message', 'State.Error', 'state.error'];
/** When it was said, by its name beside the message. */
const times = ['lastTimestamp', 'eventTime', 'firstTimestamp', 'finishedAt', 'lastTransitionTime', 'FinishedAt'];
/** Reasons with which the kubelet says that something failed. */
const failing = /^(?:Failed|BackOff|CreateContainer|RunContainer|CrashLoop|StartError|ContainerCannotRun|Err)/;

/** What programs said, as the objects of a YAML or JSON region hand it on; a message of several lines is one line. */
export function readToldLines(region: Region): LogLine[] {
  if (region.kind !== 'yaml' && region.kind !== 'json') return [];
  return readMembers(region).flatMap((members) => {
    const told = members.filter((member) => member.value.value !== '' && handedOn.some((tail) => endsWith(member, tail)) && isSaid(member, members));
    const bySibling = new Map(members.map(({ path, value }) => [JSON.stringify(path), value.value]));
    return told.map((member) => {
      const beside = (name: string) => bySibling.get(JSON.stringify([...member.path.slice(0, -1), name])) ?? '';
      const time = times.map(beside).find((one) => /^\d{4}-/.test(one));
      const failed = failing.test(beside('reason')) || member.path.at(-1)?.toLowerCase() === 'error';
      const ranges = stretchesOf(member, region);
      const line = readLogLine(quote({ ...member.value.span, end: ranges.span.end }), ranges.span, ranges.inside);
      return { ...line, ...(failed ? { level: 'error' as const } : {}), ...(time ? { time } : {}) };
    });
  });
}

/** Is it a message of an event or a state? Other objects have members of this name that nobody printed. */
function isSaid({ path }: Member, members: readonly Member[]): boolean {
  if (path.some((part) => /^(?:status|State|state)$/.test(part))) return true;
  const root = JSON.stringify(path.slice(0, -1));
  return members.some((other) => other.path.at(-1) === 'kind' && other.value.value === 'Event' && JSON.stringify(other.path.slice(0, -1)) === root);
}

/** A text that YAML folds goes on in the lines below that are indented deeper than its key. */
function stretchesOf({ span, value }: Member, region: Region): { readonly span: Span; readonly inside: { start: number; end: number }[] } {
  const { document } = span;
  const { start } = value.span;
  const stretches = [{ start, end: value.span.end }];
  if (region.kind === 'yaml') {
    const key = lineIndexAt(document, span.start);
    // Of a block of text the member begins with its first line; the others are as deep.
    const indent = span.start - (document.lineStarts[key] ?? 0) - Number(span.start === start);
    for (let index = lineIndexAt(document, start) + 1; index < document.lineStarts.length; index++) {
      const line = lineSpan(document, index);
      const text = quote(line);
      const first = text.search(/\S/);
      if (line.start >= region.end || (first >= 0 && first <= indent)) break;
      if (first >= 0) stretches.push({ start: line.start + first, end: line.start + text.trimEnd().length });
    }
  }
  // Where a quoted text is folded, a backslash hides the line break, and another one keeps the blank after it.
  const trimmed = stretches.map((one) => {
    const text = document.text.slice(one.start, one.end);
    return { start: one.start + (/^(?:["']|\\ ?)/.exec(text)?.[0].length ?? 0) - start, end: one.end - (/[\\"']$/.exec(text) ? 1 : 0) - start };
  });
  return { span: { document, start, end: stretches.at(-1)?.end ?? value.span.end }, inside: trimmed.filter((one) => one.end > one.start) };
}
