import { quote } from './document';
import { readLogLine, type LogLine } from './log-lines';

/** Where terminals, mail and issue trackers break lines; a line that ends before this was not broken for want of room. */
const narrowest = 72;
/** The same of a phone or a chat. */
export const narrowScreen = 20;
/** No message of a runtime is longer than this many lines of a terminal. */
const longest = 14;

/** A line that begins so is a record of its own, or a command, and no continuation; LXC has a dash between errno and message. */
const recordStart =
  /^\s*(?:time=|level=|[{[<⟦]|\d{4}-\d\d-\d\d[T ]|\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:|[IWEF]\d{4} |(?:TRAC|DEBU|INFO|WARN|ERRO|FATA)\[|(?:Warning|Normal|Events?|Error|ERROR|FATAL|error):? |(?:runc|crun|ctr|docker|podman|buildah|nerdctl|kubelet)(?: \w+ failed)?: |[#$>%+*]\s|-\s(?![Ff]ailed |[Cc]ould |[Ee]rror )|[\w.-]+@[\w.-]+[: ]|`{3})/;

/**
 * Runs of lines that may be one message which something wrapped: the next word did not fit any more, and the next line
 * does not begin a record. Each comes joined, with every character where it stands in the document.
 */
export function wrappedRuns(lines: readonly LogLine[], width = narrowest): { readonly first: number; readonly count: number; readonly joined: LogLine }[] {
  const runs: { first: number; count: number; joined: LogLine }[] = [];
  for (let first = 0; first < lines.length; ) {
    let count = 1;
    while (count < longest && continues(lines[first + count - 1], lines[first + count], count > 1, width)) count++;
    const [from, to] = [lines[first], lines[first + count - 1]];
    if (count > 1 && from && to) {
      const span = { document: from.span.document, start: from.span.start, end: to.span.end };
      // One blank for each character of a line ending, so that offsets stay what they are.
      runs.push({ first, count, joined: readLogLine(quote(span).replace(/[\r\n]/g, ' '), span) });
    }
    first += count;
  }
  return runs;
}

function continues(line: LogLine | undefined, next: LogLine | undefined, inside: boolean, width: number): boolean {
  if (!line || !next || line.span.document !== next.span.document) return false;
  const [text, after] = [quote(line.span).trimEnd(), quote(next.span).slice(0, 512)];
  const between = next.span.start - line.span.end;
  if (between > 2 || text.length > 2048 || after.trim() === '') return false;
  // A whole line that breaks off after a word may go on with this one: "System error: …".
  if (recordStart.test(after) && !(/^error: /.test(after) && /[A-Za-z]$/.test(text) && text.length >= narrowest)) return false;
  // What stands behind a colon belongs to it.
  if (inside && text.endsWith(':') && /^[a-z]/.test(after)) return true;
  const word = /^\s*(\S+)/.exec(after)?.[1] ?? '';
  // The end of a message that was wrapped before may be a word or two.
  return text.length + 1 + word.length > width || (inside && /^[a-z0-9]/.test(after) && after.length < 40);
}
