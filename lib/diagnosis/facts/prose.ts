import type { LogLine } from '../documents/log-lines';
import type { Hit } from '../messages/message';

/** Words with which people tell of an error, and programs do not print one. */
const telling = /(?:^|[\s`'"(*_])(?:I|I'm|we|you|my|our|when|whenever|and|but|then|because|since|get|gets|got|getting|tried|trying|see|saw|seeing|says|said|like|came|still|also|instead)(?=[\s,.]|$)/i;

/**
 * Does a person tell of a message here, in a sentence of his own? What stands before the message, back to the last colon,
 * is read: a program ends what it puts before an error with a colon or a quote, a sentence runs into it.
 */
export function isTold({ span }: Hit, line: LogLine): boolean {
  if (line.level !== undefined || span.start <= line.span.start) return false;
  const before = line.span.document.text.slice(Math.max(line.span.start, span.start - 400), span.start);
  const sentence = before.slice(before.lastIndexOf(':') + 1);
  // A quote that opens right before the message hands it on word by word.
  return /\s$/.test(sentence) && telling.test(sentence);
}

/** Words for oneself, which no program has. */
const person = /(?:^|[\s"'(*_`])(?:I|I['’](?:m|ve|d)|we|we['’]re|my|our|me|us)(?=[\s!),.:;?]|$)/i;

/** Does a person speak in this line, rather than a program? */
export function isPersonal(line: LogLine): boolean {
  return line.level === undefined && person.test(line.text.slice(0, 2048));
}
