import { lineAt, lineStartsOf } from '../report/log-rows';
import { mergeByTime, timesOf, type Merged } from '../report/merged-logs';
import { readLine, severities, severityOf } from '../report/severity';

/** What is told of whole logs: the severity of each line as an index of `severities`, and their lines in order of time. */
export interface LogAnswer {
  readonly severity: readonly Uint8Array[];
  readonly merged: Merged | undefined;
}

// Off the page's own thread: 200,000 lines are read while the first ones are on the screen.
addEventListener('message', ({ data: texts }: MessageEvent<readonly string[]>) => {
  const read = texts.map((text) => {
    const starts = lineStartsOf(text);
    return Array.from(starts, (_, line) => readLine(lineAt(text, starts, line)));
  });
  const severity = read.map((lines) => Uint8Array.from(lines, (line) => severities.indexOf(severityOf(line))));
  const merged = read.length > 1 ? mergeByTime(read.map((lines) => timesOf(lines, lines.length))) : undefined;
  postMessage({ severity, merged } satisfies LogAnswer);
});
