import { frequencies, type HowOften, type Judged } from '../diagnosis/cause';
import type { CauseId } from '../diagnosis/cause-ids';
import { readLogLines } from '../diagnosis/documents/log-lines';
import { readDocuments } from '../diagnosis/documents/read-documents';
import { gatherFrom } from '../diagnosis/facts/gather-facts';
import { matchLine } from '../diagnosis/messages/match';
import { judgeAll } from '../diagnosis/ranking/judge-all';
import type { Language } from '../diagnosis/sentence';
import { steps } from '../diagnosis/steps';
import { unrelatedSymptoms } from '../diagnosis/symptoms';
import { renderSentence } from './render';

/** A cause that a pasted text may be about. */
export interface FoundCause {
  readonly id: CauseId;
  /** How often such a failure is this cause, with nothing else known. */
  readonly howOften: HowOften;
  /** What the text itself says of it. */
  readonly standing: Judged['kind'];
}

/** What a pasted text turned out to be. */
export interface Found {
  readonly kind: 'failure' | 'unrelated' | 'harmless' | 'passed' | 'unknown';
  /** What was seen, as one sentence; absent where nothing known is in the text. */
  readonly says?: string;
  /** The causes that show this failure, the likeliest first; those that the text rules out stand last. */
  readonly causes: readonly FoundCause[];
}

const standings: readonly FoundCause['standing'][] = ['proved', 'supported', 'open', 'refuted'];

/** Finds the causes that a pasted line, or a longer text, may be about. */
export function findCauses(text: string, language: Language): Found {
  const documents = readDocuments([{ name: 'pasted.txt', text }]);
  const { facts } = gatherFrom(documents);
  const symptom = facts.failure?.symptom;
  if (symptom && symptom !== 'unrecognised') {
    const says = renderSentence({ key: `symptom/${symptom}`, values: {} }, language);
    if (unrelatedSymptoms.has(symptom)) return { kind: 'unrelated', says, causes: [] };
    const found = judgeAll(facts).flatMap(({ cause, judged, howOften }) => (howOften ? [{ id: cause.id, howOften, standing: judged.kind, step: steps.indexOf(cause.step) }] : []));
    found.sort(
      (a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing) || frequencies.indexOf(a.howOften) - frequencies.indexOf(b.howOften) || a.step - b.step,
    );
    return { kind: 'failure', says, causes: found.map(({ id, howOften, standing }) => ({ id, howOften, standing })) };
  }
  const rows = documents.flatMap(({ regions }) => regions.flatMap((region) => readLogLines(region).flatMap((line) => matchLine(line).map(({ row }) => row))));
  const passed = rows.find((row) => 'passed' in row);
  if (rows.some((row) => 'harmless' in row)) return { kind: 'harmless', causes: [] };
  if (passed && 'passed' in passed) return { kind: 'passed', says: renderSentence({ key: `general/passed-${passed.passed}`, values: {} }, language), causes: [] };
  return { kind: 'unknown', causes: [] };
}
