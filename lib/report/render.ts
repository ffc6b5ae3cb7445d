import { causes } from '../diagnosis/causes/index';
import { causeIds } from '../diagnosis/cause-ids';
import { generalWords } from '../diagnosis/general-words';
import type { Fix, FixIn, RenderedReport, Report, Sentence } from '../diagnosis/report';
import type { Language, Words } from '../diagnosis/sentence';
import { symptomWords } from '../diagnosis/symptom-words';
import { refusalIn } from './refusals';

const rooms = new Map<string, Readonly<Record<Language, Words>>>([
  ['general', generalWords],
  ['symptom', symptomWords],
  ...causeIds.map((id) => [id, causes[id].words] as const),
]);

/** Says a stored report in one language; nothing is diagnosed again. */
export function renderReport(report: Report, language: Language): RenderedReport {
  const said = renderSentences(report, language) as RenderedReport;
  return { ...said, documents: said.documents.map((one) => (one.refused === undefined ? one : { ...one, refused: refusalIn(language, one.refused) })) };
}

/** Says a fix in one language. */
export function renderFix(fix: Fix, language: Language): FixIn<string> {
  return renderSentences(fix, language) as FixIn<string>;
}

/**
 * One sentence in a language. A key that this version does not know (a report stored by another version)
 * is shown as its values, so that nothing is lost.
 */
export function renderSentence({ key, values }: Sentence, language: Language): string {
  const [room = '', name = ''] = key.split('/');
  const words = rooms.get(room)?.[language] ?? {};
  const template = Object.hasOwn(words, name) ? words[name] : undefined;
  const said = new Map(Object.entries(values).map(([hole, value]) => [hole, sayValue(value, language)]));
  if (template === undefined) return [name, ...said.values()].join(' ');
  return template.replace(/\{(\w+)\}/g, (whole, hole: string) => said.get(hole) ?? whole);
}

function sayValue(value: string | number | Sentence, language: Language): string {
  return typeof value === 'object' ? renderSentence(value, language) : String(value);
}

/** Walks the report and puts a string where a sentence stood; everything else stays as it is. */
function renderSentences(value: unknown, language: Language): unknown {
  if (isSentence(value)) return renderSentence(value, language);
  if (Array.isArray(value)) return value.map((one) => renderSentences(one, language));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    // A patch holds values of the user's own config, which may look like anything.
    Object.entries(value).map(([key, one]) => [key, key === 'patch' ? one : renderSentences(one, language)]),
  );
}

function isSentence(value: unknown): value is Sentence {
  return typeof value === 'object' && value !== null && 'key' in value && 'values' in value && Object.keys(value).length === 2;
}
