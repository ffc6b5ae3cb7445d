import type { Cause, Effect } from '../diagnosis/cause';
import { causes } from '../diagnosis/causes/index';
import { causeIds, causeIdsByArea, type CauseArea, type CauseId } from '../diagnosis/cause-ids';
import type { FixIn } from '../diagnosis/report';
import type { Language } from '../diagnosis/sentence';
import { steps, type Step } from '../diagnosis/steps';
import { causeExamples } from '../examples/causes';
import { messagesOf, symptomsOf, type CauseMessage, type CauseSymptom } from './cause-messages';
import { collectedFor, neighboursOf, relatedTo, type Collected, type Neighbour } from './neighbours';
import { renderFix, renderSentence } from './render';
import { replyText } from './reply';

/** A cause in the list of the reference. */
export interface CauseSummary {
  id: CauseId;
  area: CauseArea;
  step: Step;
  /** The step as a heading. */
  stepName: string;
  effect: Effect;
  name: string;
}

/** Evidence that runs in one click. */
export interface ExampleTexts {
  files: { name: string; text: string }[];
}

/** A cause on its own page. */
export interface CauseDescription extends CauseSummary {
  why: string;
  tell: string;
  /** The evidence that proves it, and the evidence that rules it out. */
  sure: string;
  not: string;
  symptoms: CauseSymptom[];
  messages: CauseMessage[];
  /** The evidence that decides, and how to get it. */
  collects: Collected[];
  /** The repairs as they are without any evidence: with placeholders. */
  fixes: FixIn<string>[];
  neighbours: Neighbour[];
  related: { hides: CauseId[]; hiddenBy: CauseId[] };
  examples: { bad: ExampleTexts; good: ExampleTexts };
  /** A short answer for an issue, as Markdown; `{link}` stands for the address of the page. */
  reply: string;
  references: { title: string; url: string }[];
}

/** Every cause that a diagnosis can name, in the order of the areas. */
export function listCauses(language: Language): CauseSummary[] {
  return causeIds.map((id) => summaryOf(causes[id], language));
}

/** The steps of a start in their order, as headings. */
export function listSteps(language: Language): { id: Step; name: string }[] {
  return steps.map((id) => ({ id, name: stepName(id, language) }));
}

/** Nothing of a description depends on who asks, and every page is made anew for each request. */
const described = new Map<string, CauseDescription>();

/** One cause; `undefined` where no cause has this id. */
export function describeCause(id: string, language: Language): CauseDescription | undefined {
  const known = causeIds.find((one) => one === id);
  if (!known) return undefined;
  const description = described.get(`${language} ${known}`) ?? describe(known, language);
  described.set(`${language} ${known}`, description);
  return description;
}

function describe(known: CauseId, language: Language): CauseDescription {
  const cause = causes[known];
  const words = cause.words[language];
  const summary = summaryOf(cause, language);
  const why = words.pageWhy ?? '';
  const symptoms = symptomsOf(cause, language);
  const collects = collectedFor(cause.uses, language);
  const fixes = (cause.judge({}).statement?.fixes ?? []).map((fix) => renderFix(fix, language));
  return {
    ...summary,
    why,
    tell: words.pageTell ?? '',
    sure: words.pageSure ?? '',
    not: words.pageNot ?? '',
    symptoms,
    messages: messagesOf(cause, symptoms, filesOf(causeExamples[known].bad).files),
    collects,
    fixes,
    neighbours: neighboursOf(cause, language),
    related: relatedTo(cause),
    examples: { bad: filesOf(causeExamples[known].bad), good: filesOf(causeExamples[known].good) },
    reply: replyText({ name: summary.name, why, collects: collectedFor(cause.judge({}).asks, language), fixes }, language),
    references: [...cause.references],
  };
}

function stepName(step: Step, language: Language): string {
  return renderSentence({ key: `general/step-${step}`, values: {} }, language);
}

function filesOf(texts: Readonly<Record<string, string>>): ExampleTexts {
  return { files: Object.entries(texts).map(([name, text]) => ({ name, text })) };
}

function summaryOf(cause: Cause, language: Language): CauseSummary {
  const area = (Object.keys(causeIdsByArea) as CauseArea[]).find((one) => (causeIdsByArea[one] as readonly string[]).includes(cause.id));
  return { id: cause.id, area: area ?? 'orchestration', step: cause.step, stepName: stepName(cause.step, language), effect: cause.effect, name: cause.words[language].name ?? cause.id };
}
