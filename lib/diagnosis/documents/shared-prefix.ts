import { kindOfLine } from './line-kind';
import { readPrompt } from './prompt';

/** A longer text is a log, which is read line by line and loses nothing by what stands before its lines. */
const longest = 256 * 1024;

/** What a mail, a CI log or the journal puts before every line; the journal names the same process each time. */
const prefixes: readonly { readonly pattern: RegExp; same?(match: RegExpExecArray): string | undefined }[] = [
  { pattern: /^> ?/ },
  // GitHub Actions and Azure Pipelines: seven digits behind the seconds.
  { pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z / },
  { pattern: /^[^\s\d]{3,5} [ \d]\d \d\d:\d\d:\d\d (\S{1,255} [^\s:[]{1,64}\[\d{1,10}\]): /, same: (match) => match[1] },
];

/** May its lines bear one? Most texts are told by their first line. */
export function mayBearPrefix(text: string): boolean {
  const first = /^\s{0,64}(\S[^\n]{0,511})/.exec(text)?.[1] ?? '';
  return text.length <= longest && prefixes.some(({ pattern }) => pattern.test(first));
}

/**
 * The length of what stands before each line of a text and is no part of it, in UTF-16 units. Undefined where a line does
 * without it, and where it tells a time and nothing behind it needs a line from its beginning: a prompt, a listing, a file.
 */
export function sharedPrefix(lines: readonly string[]): number[] | undefined {
  let lengths: number[] | undefined;
  // A quoted CI log has two of them.
  for (let round = 0; round < 2; round++) {
    const rest = lines.map((line, index) => line.slice(lengths?.[index] ?? 0));
    const found = prefixes.map((prefix) => lengthsOf(rest, prefix)).find((one) => one !== undefined);
    if (!found) break;
    lengths = found.map((length, index) => length + (lengths?.[index] ?? 0));
  }
  if (!lengths) return undefined;
  // `>` is also the prompt of some shells, and tells nothing of its own where it quotes.
  if (lines.every((line) => line.trim() === '' || readPrompt(line) !== undefined)) return undefined;
  const isQuoted = lines.some((line) => line.startsWith('>'));
  return isQuoted || lines.some((line, index) => needsItsBeginning(line.slice(lengths[index]))) ? lengths : undefined;
}

function lengthsOf(lines: readonly string[], { pattern, same }: (typeof prefixes)[number]): number[] | undefined {
  let seen: string | undefined;
  let told = 0;
  const lengths: number[] = [];
  for (const line of lines) {
    // Trailing blanks of a prefix are often cut where nothing stands behind it.
    const match = pattern.exec(line) ?? pattern.exec(`${line} `);
    if (!match) {
      if (line.trim() !== '') return undefined;
      lengths.push(0);
      continue;
    }
    const key = same?.(match) ?? '';
    if (seen !== undefined && key !== seen) return undefined;
    seen = key;
    told++;
    lengths.push(Math.min(match[0].length, line.length));
  }
  return told > 0 ? lengths : undefined;
}

function needsItsBeginning(line: string): boolean {
  return kindOfLine(line, undefined) !== 'log' || /^[{[]\s*$|^(?:apiVersion|kind): \S/.test(line) || readPrompt(line) !== undefined;
}
