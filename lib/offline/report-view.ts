import type { EvidenceIn, FindingIn, FixIn, RenderedReport } from '../diagnosis/report';
import { fill, type Language } from '../diagnosis/sentence';
import { still } from '../report/still';
import { warned } from '../report/warned';
import { reportWords } from '../report/words';
import { element, prose } from './element';

/** The Report as elements. */
export function reportView(report: RenderedReport, language: Language): HTMLElement {
  const words = reportWords[language];
  const asks = report.asks.flatMap(({ what, command }) => [element('p', {}, prose(what)), commandView(command)]);
  const section = (title: string, held: readonly Node[]) => (held.length > 0 ? [element('section', {}, element('h3', {}, title), ...held)] : []);
  return element(
    'article',
    { 'data-verdict': report.verdict },
    element('h2', {}, prose(report.summary)),
    ...section(words.warnTitle, warningViews(report, words.warnHint)),
    ...report.findings.map((finding) => findingView(finding, language)),
    ...section(words.notKnown, report.unrecognised.map(evidenceView)),
    ...section(words.toBeSurer, asks),
    ...section(words.ruledOut, report.ruledOut.map(({ cause, because }) => element('p', {}, element('code', {}, cause), ' ', prose(because)))),
    ...section(words.limits, report.limits.map((limit) => element('p', {}, prose(limit)))),
  );
}

function warningViews(report: RenderedReport, hint: string): HTMLElement[] {
  const warnings = warned(report);
  return warnings.length > 0 ? [element('p', {}, hint), ...warnings.map(evidenceView)] : [];
}

function findingView({ role, confidence, because, cause, title, explanation, evidence, fixes }: FindingIn<string>, language: Language): HTMLElement {
  const words = reportWords[language];
  return element(
    'section',
    { 'data-role': role },
    element('h3', {}, `${words[role]}: `, prose(title)),
    element('p', { class: 'quiet' }, prose(fill(words.causeLine, { cause: `\`${cause}\``, confidence: words[confidence], because }))),
    element('p', {}, prose(explanation)),
    ...evidence.map(evidenceView),
    ...fixes.map((fix) => fixView(fix, language)),
  );
}

function evidenceView({ document, startLine, quote, says }: EvidenceIn<string>): HTMLElement {
  return element('figure', {}, element('figcaption', {}, element('code', {}, still(`${document}:${startLine}`)), ' ', prose(says)), element('pre', {}, still(quote)));
}

function fixView({ title, risk, costs, document, patch, edits, commands, verify, undo, notes, lowersIsolation }: FixIn<string>, language: Language): HTMLElement {
  const words = reportWords[language];
  const block = (label: string, lines: readonly string[]) => (lines.length > 0 ? [element('p', { class: 'quiet' }, label), ...lines.map(commandView)] : []);
  return element(
    'details',
    {},
    element('summary', {}, prose(fill(lowersIsolation ? words.fixTitleLowers : words.fixTitle, { title, risk: words[risk] }))),
    element('p', {}, prose(fill(words.costs, { costs }))),
    ...(patch.length > 0 ? [element('p', { class: 'quiet' }, fill(words.patchOf, { document: document ?? 'config.json' })), commandView(JSON.stringify(patch, undefined, 2))] : []),
    ...edits.map((edit) => element('p', {}, fill(words.edit, { place: `${document ?? ''}:${edit.startLine}:${edit.startColumn}`, text: edit.text || words.nothing }))),
    ...commands.map(commandView),
    ...block(words.verify, verify),
    ...block(words.undo, undo),
    ...notes.map((note) => element('p', {}, prose(note))),
  );
}

function commandView(command: string): HTMLElement {
  return element('pre', { class: 'command' }, still(command));
}
