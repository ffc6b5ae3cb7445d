import type { FixIn, FindingIn, NextIn, RenderedReport } from '../diagnosis/report';
import { fill, type Language } from '../diagnosis/sentence';
import { nextVerdict, nextWord } from './next-lines';
import { still } from './still';
import { warned } from './warned';
import { reportWords, type ReportWords } from './words';

/** The Report as Markdown for an issue tracker: no link, image or mention is ever made of evidence. */
export function reportMarkdown(report: RenderedReport, language: Language): string {
  const words = reportWords[language];
  const parts = [`## ${prose(report.summary)}`];
  const warnings = warned(report);
  if (warnings.length > 0) parts.push(`### ${words.warnTitle}`, words.warnHint, warnings.map(({ document, startLine, says }) => `- ${fill(words.pair, { what: code(`${document}:${startLine}`), text: prose(says) })}`).join('\n'));
  for (const finding of report.findings) parts.push(findingMarkdown(finding, words));
  if (report.next) parts.push(nextMarkdown(report.next, words));
  if (report.unrecognised.length > 0) {
    parts.push(`### ${words.notKnown}`, ...report.unrecognised.map(({ document, startLine, quote }) => `${code(`${document}:${startLine}`)}\n\n${fenced(quote)}`));
  }
  if (report.asks.length > 0) parts.push(`### ${words.toBeSurer}`, ...report.asks.map((ask) => askMarkdown(ask, words)));
  if (report.heardVersions) {
    parts.push(`### ${words.versions}`, report.heardVersions.map(({ evidence: { document, startLine, says } }) => `- ${fill(words.pair, { what: code(`${document}:${startLine}`), text: prose(says) })}`).join('\n'));
  }
  if (report.ruledOut.length > 0) {
    parts.push(`### ${words.ruledOut}`, report.ruledOut.map(({ cause, because }) => `- ${fill(words.pair, { what: code(cause), text: prose(because) })}`).join('\n'));
  }
  if (report.limits.length > 0) parts.push(`### ${words.limits}`, report.limits.map((limit) => `- ${prose(limit)}`).join('\n'));
  parts.push(`Userns Doctor ${prose(report.engineVersion)}`);
  return `${parts.join('\n\n')}\n`;
}

function findingMarkdown({ role, confidence, because, cause, title, explanation, evidence, fixes, references }: FindingIn<string>, words: ReportWords): string {
  return [
    `### ${fill(words.pair, { what: words[role], text: prose(title) })}`,
    fill(words.causeLine, { cause: code(cause), confidence: words[confidence], because: prose(because) }),
    prose(explanation),
    ...evidence.map(({ document, startLine, quote, says }) => `${code(`${document}:${startLine}`)} ${prose(says)}\n\n${fenced(quote)}`),
    ...fixes.map((fix) => fixMarkdown(fix, words)),
    ...(references.length > 0 ? [references.map((one) => `- [${prose(one.title)}](${one.url})`).join('\n')] : []),
  ].join('\n\n');
}

function fixMarkdown({ title, risk, document, patch, edits, commands, undo, verify, costs, lowersIsolation, notes }: FixIn<string>, words: ReportWords): string {
  const head = fill(lowersIsolation ? words.fixTitleLowers : words.fixTitle, { title: prose(title), risk: words[risk] });
  const parts = [`#### ${head}`, fill(words.costs, { costs: prose(costs) })];
  if (patch.length > 0) parts.push(`${fill(words.patchOf, { document: code(document ?? 'config.json') })}\n\n${fenced(JSON.stringify(patch, undefined, 2), 'json')}`);
  for (const edit of edits) {
    parts.push(fill(words.edit, { place: code(`${document ?? ''}:${edit.startLine}:${edit.startColumn}`), text: code(edit.text === '' ? words.nothing : edit.text) }));
  }
  if (commands.length > 0) parts.push(fenced(commands.join('\n'), 'sh'));
  if (verify.length > 0) parts.push(`${words.verify}\n\n${fenced(verify.join('\n'), 'sh')}`);
  if (undo.length > 0) parts.push(`${words.undo}\n\n${fenced(undo.join('\n'), 'sh')}`);
  return [...parts, ...notes.map(prose)].join('\n\n');
}

function nextMarkdown(next: NextIn<string>, words: ReportWords): string {
  const met = next.findings.map((one) => `- ${fill(words.pair, { what: `${code(one.cause)} ${nextWord(one, words)}`, text: prose(one.title) })}`);
  const asked = next.asks.map((ask) => askMarkdown(ask, words));
  const lead = asked.length > 0 ? [words.nextAsks] : [];
  return [`### ${words.next}`, nextVerdict(next, words), ...(met.length > 0 ? [met.join('\n')] : []), ...lead, ...asked].join('\n\n');
}

function askMarkdown({ what, command }: { what: string; command: string }, words: ReportWords): string {
  return `${fill(words.ask, { what: prose(what) })}\n\n${fenced(command, 'sh')}`;
}

/** A fence one backtick longer than the longest run inside. */
export function fenced(text: string, language = 'text'): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${still(text)}\n${fence}`;
}

/** A stretch of a line as code, whatever it holds. */
export function code(text: string): string {
  const line = still(text.replace(/[\r\n]+/g, ' '));
  const fence = '`'.repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/**
 * A sentence of ours, whose `code` parts may hold the user's values: those become code again, and outside of them
 * whatever Markdown or an issue tracker would act on is broken.
 */
export function prose(text: string): string {
  return text
    .split('`')
    .map((part, index, all) => (index % 2 === 1 && index < all.length - 1 ? code(part) : inert(part)))
    .join('');
}

function inert(text: string): string {
  return still(text.replace(/[\r\n]+/g, ' '))
    .replace(/[\\*_[\]<>|~]/g, '\\$&')
    .replace(/([@#!])(?=\S)/g, '$1\u200b');
}
