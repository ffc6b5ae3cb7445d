import { frequencies, type Cause, type HowOften } from '../diagnosis/cause';
import type { Facts } from '../diagnosis/facts/facts';
import { gatherFacts } from '../diagnosis/facts/gather-facts';
import { messageRows } from '../diagnosis/messages/index';
import type { FailureRow } from '../diagnosis/messages/message';
import { commonRanges, writeRanges } from '../diagnosis/messages/version-range';
import { wordingsIn } from '../diagnosis/messages/wordings/index';
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
  /** The versions that say it in these words, in the notation of npm; absent where all do, or it is not known. */
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
 * The messages that show one of its symptoms, in the order of these; of each, those of its example first, then those that
 * prove it, then by program; what versions say in other words stands by itself. A message whose own words rule the cause
 * out is left out, but where they did so only by a path that its example has otherwise.
 */
export function messagesOf(cause: Cause, symptoms: readonly CauseSymptom[], example: readonly { readonly name: string; readonly text: string }[]): CauseMessage[] {
  const exemplary = new Set(gatherFacts(example).failures?.map(({ row }) => row));
  return symptoms.flatMap(({ id }) =>
    failureRows
      .filter(({ symptom }) => symptom === id)
      .map((row) => ({ row, kind: cause.judge(factsOf(row)).kind }))
      .filter(({ row, kind }) => kind !== 'refuted' || exemplary.has(row))
      .toSorted((a, b) => Number(exemplary.has(b.row)) - Number(exemplary.has(a.row)) || Number(b.kind === 'proved') - Number(a.kind === 'proved') || places(a.row.by) - places(b.row.by))
      .flatMap(({ row, kind }) =>
        spellings(row).map(({ prints, versions }) => ({ by: row.by, prints, seen: row.seen, symptom: id, proves: kind === 'proved', ...(versions ? { versions } : {}) })),
      ),
  );
}

const programs = [...new Set(failureRows.map(({ by }) => by))];
const places = (program: string) => programs.findIndex((by) => by === program);

/** The words of a row, and once more for each other version that has words of its own. */
function spellings({ by, prints, seen }: FailureRow): { prints: string; versions: string }[] {
  const [first = '', ...others] = [prints].flat();
  const all = [{ prints: first, versions: versionsOf(first, by) || versionsOf(seen, by) }];
  for (const one of others) {
    const versions = versionsOf(one, by);
    if (versions !== '' && !all.some((other) => other.versions === versions)) all.push({ prints: one, versions });
  }
  return all;
}

/** The versions of a program that say this, whatever stands in the holes; empty where it is not known. */
function versionsOf(words: string, by: FailureRow['by']): string {
  const told = wordingsIn(words.replace(/\{\w+\}/g, 'x')).filter(({ program }) => by === 'any' || program === by);
  return writeRanges(told.slice(1).reduce((ranges, { versions }) => commonRanges(ranges, versions), told[0]?.versions ?? []));
}

/** What one line alone tells; read once, since every cause asks. */
function factsOf(row: FailureRow): Facts {
  const known = heardIn.get(row) ?? gatherFacts([{ name: 'pasted.txt', text: row.seen }]);
  heardIn.set(row, known);
  return known;
}
