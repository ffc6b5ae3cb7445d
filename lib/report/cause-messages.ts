import { frequencies, type Cause, type HowOften } from '../diagnosis/cause';
import type { Facts } from '../diagnosis/facts/facts';
import { gatherFacts } from '../diagnosis/facts/gather-facts';
import { messageRows } from '../diagnosis/messages/index';
import type { FailureRow } from '../diagnosis/messages/message';
import type { Language } from '../diagnosis/sentence';
import type { Symptom } from '../diagnosis/symptoms';
import { symptomWords } from '../diagnosis/symptom-words';

/** A message that a cause comes with. */
export interface CauseMessage {
  by: string;
  /** In the program's own words, with `{holes}`. */
  prints: string;
  /** A real line that holds it. */
  seen: string;
  versions?: string;
  symptom: Symptom;
  /** The line alone proves the cause. */
  proves: boolean;
}

export interface CauseSymptom {
  id: Symptom;
  says: string;
  howOften: HowOften;
}

const failureRows = messageRows.filter((row): row is FailureRow => 'symptom' in row);
const heardIn = new Map<FailureRow, Facts>();

/** What a cause looks like, and how often that turns out to be it; the commonest first. */
export function symptomsOf(cause: Cause, language: Language): CauseSymptom[] {
  const pairs = Object.entries(cause.explains) as [Symptom, HowOften][];
  return pairs
    .toSorted(([, a], [, b]) => frequencies.indexOf(a) - frequencies.indexOf(b))
    .map(([id, howOften]) => ({ id, says: symptomWords[language][id], howOften }));
}

/**
 * The messages that show one of its symptoms, in the order of these; of each, those that prove it first. A message
 * whose own words rule the cause out is left out.
 */
export function messagesOf(cause: Cause, symptoms: readonly CauseSymptom[]): CauseMessage[] {
  return symptoms.flatMap(({ id }) =>
    failureRows
      .filter(({ symptom }) => symptom === id)
      .map((row) => ({ row, kind: cause.judge(factsOf(row)).kind }))
      .filter(({ kind }) => kind !== 'refuted')
      .map(({ row: { by, prints, seen, versions }, kind }) => ({
        by,
        prints: [prints].flat()[0] ?? '',
        seen,
        symptom: id,
        proves: kind === 'proved',
        ...(versions ? { versions } : {}),
      }))
      .toSorted((a, b) => Number(b.proves) - Number(a.proves)),
  );
}

/** What one line alone tells; read once, since every cause asks. */
function factsOf(row: FailureRow): Facts {
  const known = heardIn.get(row) ?? gatherFacts([{ name: 'pasted.txt', text: row.seen }]);
  heardIn.set(row, known);
  return known;
}
