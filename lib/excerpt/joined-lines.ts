import { gapLine } from '../diagnosis/documents/gap';
import type { KeptLine } from './kept-lines';

/** Lines that were kept as one text; a run of those left out, up to the last of `lines`, is one line (`gapLine`). */
export function joined(kept: readonly KeptLine[], lines: number): string {
  const utf8 = new TextDecoder();
  const parts: string[] = [];
  let next = 1;
  for (const { number, bytes } of [...kept, { number: lines + 1, bytes: new Uint8Array(0) }]) {
    if (number > next) parts.push(gapLine(number - next));
    if (number <= lines) parts.push(utf8.decode(bytes));
    // A lone carriage return within a kept line ends a line of its own.
    next = number + 1 + loneReturns(bytes);
  }
  return `${parts.join('\n')}\n`;
}

/** A lone carriage return ends a line, as in a document. */
function loneReturns(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(13); at >= 0; at = bytes.indexOf(13, at + 1)) if (at < bytes.length - 1) count++;
  return count;
}
