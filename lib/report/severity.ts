import { makeDocument } from '../diagnosis/documents/document';
import { readLogLine, type LogLine } from '../diagnosis/documents/log-lines';

/** How much a line asks for attention; a program that sets no level is read by its words. */
export const severities = ['none', 'debug', 'info', 'warning', 'error', 'fatal'] as const;
export type Severity = (typeof severities)[number];

/** Words by which programs without levels (runc, crun, mount, newuidmap) say that something failed. */
const failing = /\b(?:error|failed|failure|fatal|panic|denied|refused|not permitted|no such file|cannot|can't|unable to)\b/i;
const starting = /^(?:warning|warn)\b/i;

/** A log line by itself, as the page shows it. */
export function readLine(raw: string): LogLine {
  const document = { ...makeDocument('', ''), text: raw };
  return readLogLine(raw, { document, start: 0, end: raw.length });
}

/** The level that the line names, else `error` where its words say that something failed. */
export function severityOf(line: LogLine): Severity {
  if (line.level) return line.level;
  if (starting.test(line.text)) return 'warning';
  return failing.test(line.text) ? 'error' : 'none';
}
