import { makeDocument } from '../../documents/document';
import { readLogLines } from '../../documents/log-lines';
import { recognise } from '../../documents/recognise';
import { readToldLines } from '../../documents/told-lines';
import { matchLine } from '../match';
import type { MessageRow } from '../message';

/** What a row says, in one word. */
export function meaning(row: MessageRow): string {
  return 'symptom' in row ? row.symptom : 'harmless' in row ? 'harmless' : `passed ${row.passed}`;
}

/** What the messages of a text say, also where an object of YAML or JSON hands one on. */
export function heardIn(text: string): string[] {
  const { regions } = recognise(makeDocument('text', text));
  const lines = regions.flatMap((region) => (region.kind === 'yaml' || region.kind === 'json' ? readToldLines(region) : readLogLines(region)));
  return lines.flatMap(matchLine).map(({ row }) => meaning(row));
}
