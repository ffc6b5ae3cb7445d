import { causes } from '../diagnosis/causes/index';
import { causeIds, causeIdsByArea, type CauseArea, type CauseId } from '../diagnosis/cause-ids';
import type { Cause, HowOften } from '../diagnosis/cause';
import { collections } from '../diagnosis/facts/collect';
import { messageRows } from '../diagnosis/messages/index';
import type { FixIn } from '../diagnosis/report';
import type { Language } from '../diagnosis/sentence';
import type { Symptom } from '../diagnosis/symptoms';
import { symptomWords } from '../diagnosis/symptom-words';
import { renderFix, renderSentence } from './render';

/** A cause in the list of the reference. */
export interface CauseSummary {
  id: CauseId;
  area: CauseArea;
  step: string;
  effect: string;
  name: string;
}

/** A cause on its own page. */
export interface CauseDescription extends CauseSummary {
  why: string;
  tell: string;
  /** What it looks like, and how often that turns out to be this cause; the commonest first. */
  symptoms: { id: Symptom; says: string; howOften: HowOften }[];
  /** Messages that show one of the symptoms, by program. */
  messages: { by: string; prints: string; versions?: string; symptom: Symptom }[];
  /** The evidence that decides, and how to get it. */
  collects: { what: string; command: string }[];
  /** The repairs as they are without any evidence: with placeholders. */
  fixes: FixIn<string>[];
  references: { title: string; url: string }[];
}

/** Every cause that a diagnosis can name, in the order of the areas. */
export function listCauses(language: Language): CauseSummary[] {
  return causeIds.map((id) => summaryOf(causes[id], language));
}

/** One cause; `undefined` where no cause has this id. */
export function describeCause(id: string, language: Language): CauseDescription | undefined {
  const known = causeIds.find((one) => one === id);
  if (!known) return undefined;
  const cause = causes[known];
  return {
    ...summaryOf(cause, language),
    why: cause.words[language].pageWhy ?? '',
    tell: cause.words[language].pageTell ?? '',
    symptoms: symptomsOf(cause, language),
    messages: messagesOf(cause),
    collects: collectsOf(cause, language),
    fixes: (cause.judge({}).statement?.fixes ?? []).map((fix) => renderFix(fix, language)),
    references: [...cause.references],
  };
}

function summaryOf(cause: Cause, language: Language): CauseSummary {
  const area = (Object.keys(causeIdsByArea) as CauseArea[]).find((one) =>
    (causeIdsByArea[one] as readonly string[]).includes(cause.id),
  );
  return {
    id: cause.id,
    area: area ?? 'orchestration',
    step: cause.step,
    effect: cause.effect,
    name: cause.words[language].name ?? cause.id,
  };
}

const order: readonly HowOften[] = ['usually', 'sometimes', 'rarely'];

function explained(cause: Cause): [Symptom, HowOften][] {
  const pairs = Object.entries(cause.explains) as [Symptom, HowOften][];
  return pairs.sort(([, a], [, b]) => order.indexOf(a) - order.indexOf(b));
}

function symptomsOf(cause: Cause, language: Language): CauseDescription['symptoms'] {
  return explained(cause).map(([id, howOften]) => ({ id, says: symptomWords[language][id], howOften }));
}

function messagesOf(cause: Cause): CauseDescription['messages'] {
  return explained(cause).flatMap(([symptom]) =>
    messageRows
      .filter((row) => 'symptom' in row && row.symptom === symptom)
      .map(({ by, prints, versions }) => ({
        by,
        prints: [prints].flat()[0] ?? '',
        symptom,
        ...(versions ? { versions } : {}),
      })),
  );
}

function collectsOf(cause: Cause, language: Language): CauseDescription['collects'] {
  const byCommand = new Map<string, string>();
  for (const name of cause.uses) {
    const collection = collections[name]?.({});
    if (collection) byCommand.set(collection.command, renderSentence(collection.what, language));
  }
  return [...byCommand].map(([command, what]) => ({ what, command }));
}
