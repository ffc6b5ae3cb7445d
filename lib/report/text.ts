import type { FindingIn, FixIn, NextIn, RenderedReport } from '../diagnosis/report';
import { fill, type Language } from '../diagnosis/sentence';
import { still } from './still';
import { nextVerdict, nextWord } from './next-lines';
import { warned } from './warned';
import { reportWords, type ReportWords } from './words';

/** The Report as plain text for a terminal. */
export function reportText(report: RenderedReport, language: Language): string {
  const words = reportWords[language];
  const pair = (what: string, text: string) => fill(words.pair, { what, text });
  const lines = [pair(words[report.verdict].toUpperCase(), report.summary), ''];
  const warnings = warned(report);
  if (warnings.length > 0) lines.push(words.warnTitle, `  ${words.warnHint}`, ...warnings.map(({ document, startLine, says }) => `  ${pair(`${document}:${startLine}`, says)}`), '');
  for (const finding of report.findings) lines.push(...findingLines(finding, words), '');
  if (report.next) lines.push(...nextLines(report.next, words), '');
  for (const { what, command } of report.asks) lines.push(pair(words.toBeSurer, what), `  $ ${command}`);
  for (const { evidence } of report.heardVersions ?? []) lines.push(pair(words.version, pair(`${evidence.document}:${evidence.startLine}`, evidence.says)));
  for (const { cause, because } of report.ruledOut) lines.push(pair(words.ruledOut, pair(cause, because)));
  for (const { document, startLine, quote } of report.unrecognised) lines.push(pair(words.notKnown, `${document}:${startLine}: ${quote}`));
  for (const limit of report.limits) lines.push(pair(words.limits, limit));
  return `${still(lines.join('\n')).trimEnd()}\n`;
}

function findingLines({ role, confidence, because, cause, explanation, evidence, fixes }: FindingIn<string>, words: ReportWords): string[] {
  return [
    fill(words.findingLine, { role: words[role], confidence: words[confidence], because, cause }),
    `  ${explanation}`,
    ...evidence.flatMap(({ document, startLine, startColumn, quote, says }) => [
      `  ${document}:${startLine}:${startColumn}  ${says}`,
      ...quote.split('\n').map((line) => `    | ${line}`),
    ]),
    ...fixes.flatMap((fix) => fixLines(fix, words)),
  ];
}

function fixLines({ title, risk, document = '', patch, edits, commands, undo, verify, costs, lowersIsolation, notes }: FixIn<string>, words: ReportWords): string[] {
  return [
    `  ${fill(lowersIsolation ? words.fixTitleLowers : words.fixTitle, { title, risk: words[risk] })}`,
    `    ${fill(words.costs, { costs })}`,
    ...patch.map((operation) => `    ${fill(words.patchOf, { document })} ${JSON.stringify(operation)}`),
    ...edits.map((edit) => `    ${fill(words.edit, { place: `${document}:${edit.startLine}:${edit.startColumn}`, text: JSON.stringify(edit.text) })}`),
    ...commands.map((command) => `    $ ${command}`),
    ...verify.map((command) => `    ${words.verify} ${command}`),
    ...undo.map((command) => `    ${words.undo} ${command}`),
    ...notes.map((note) => `    ${words.note} ${note}`),
  ];
}

function nextLines(next: NextIn<string>, words: ReportWords): string[] {
  return [
    fill(words.pair, { what: words.next, text: nextVerdict(next, words) }),
    ...next.findings.map((one) => `  ${fill(words.pair, { what: nextWord(one, words), text: `${one.cause}: ${one.title}` })}`),
    ...next.asks.flatMap(({ what, command }) => [`  ${what}`, `    $ ${command}`]),
  ];
}
