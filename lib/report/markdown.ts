import type { FixIn, FindingIn, NextIn, RenderedReport } from '../diagnosis/report';
import { nextVerdict, nextWord } from './next-lines';
import { reportWord } from './words';

/** The Report as Markdown for an issue tracker: no link, image or mention is ever made of evidence. */
export function reportMarkdown(report: RenderedReport): string {
  const parts = [`## ${prose(report.summary)}`];
  for (const finding of report.findings) parts.push(findingMarkdown(finding));
  if (report.next) parts.push(nextMarkdown(report.next));
  if (report.unrecognised.length > 0) {
    parts.push('### Lines that are not known', ...report.unrecognised.map(({ document, startLine, quote }) => `${code(`${document}:${startLine}`)}\n\n${fenced(quote)}`));
  }
  if (report.asks.length > 0) parts.push('### To be surer', ...report.asks.map(({ what, command }) => `${prose(what)}:\n\n${fenced(command, 'sh')}`));
  if (report.heardVersions) parts.push('### Versions', report.heardVersions.map(({ evidence: { document, startLine, says } }) => `- ${code(`${document}:${startLine}`)}: ${prose(says)}`).join('\n'));
  if (report.ruledOut.length > 0) parts.push('### Ruled out', report.ruledOut.map(({ cause, because }) => `- ${code(cause)}: ${prose(because)}`).join('\n'));
  if (report.limits.length > 0) parts.push('### Limits', report.limits.map((limit) => `- ${prose(limit)}`).join('\n'));
  parts.push(`Userns Doctor ${prose(report.engineVersion)}`);
  return `${parts.join('\n\n')}\n`;
}

const roles: Readonly<Record<FindingIn<string>['role'], string>> = {
  'root-cause': 'Root cause',
  contributing: 'Next you would meet',
  alternative: 'Also possible',
  advice: 'Advice',
};

function findingMarkdown({ role, confidence, because, cause, title, explanation, evidence, fixes, references }: FindingIn<string>): string {
  return [
    `### ${roles[role]}: ${prose(title)}`,
    `${code(cause)}, ${confidence}: ${prose(because)}.`,
    prose(explanation),
    ...evidence.map(({ document, startLine, quote, says }) => `${code(`${document}:${startLine}`)} ${prose(says)}\n\n${fenced(quote)}`),
    ...fixes.map(fixMarkdown),
    ...(references.length > 0 ? [references.map((one) => `- [${prose(one.title)}](${one.url})`).join('\n')] : []),
  ].join('\n\n');
}

function fixMarkdown({ title, risk, document, patch, edits, commands, undo, verify, costs, lowersIsolation, notes }: FixIn<string>): string {
  const parts = [`#### Fix: ${prose(title)} (${risk}${lowersIsolation ? ', lowers isolation' : ''})`, `Costs: ${prose(costs)}`];
  if (patch.length > 0) parts.push(`Patch of ${code(document ?? 'config.json')} (RFC 6902):\n\n${fenced(JSON.stringify(patch, undefined, 2), 'json')}`);
  for (const edit of edits) parts.push(`In ${code(`${document ?? ''}:${edit.startLine}:${edit.startColumn}`)} put ${code(edit.text === '' ? '(nothing)' : edit.text)}`);
  if (commands.length > 0) parts.push(fenced(commands.join('\n'), 'sh'));
  if (verify.length > 0) parts.push(`Verify:\n\n${fenced(verify.join('\n'), 'sh')}`);
  if (undo.length > 0) parts.push(`Undo:\n\n${fenced(undo.join('\n'), 'sh')}`);
  return [...parts, ...notes.map(prose)].join('\n\n');
}

function nextMarkdown(next: NextIn<string>): string {
  const met = next.findings.map((one) => `- ${code(one.cause)} ${nextWord(one)}: ${prose(one.title)}`);
  const asked = next.asks.map(({ what, command }) => `${prose(what)}:\n\n${fenced(command, 'sh')}`);
  const lead = asked.length > 0 ? [reportWord('nextAsks')] : [];
  return [`### ${reportWord('next')}`, nextVerdict(next), ...(met.length > 0 ? [met.join('\n')] : []), ...lead, ...asked].join('\n\n');
}

/** A fence one backtick longer than the longest run inside. */
export function fenced(text: string, language = 'text'): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A stretch of a line as code, whatever it holds. */
export function code(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ');
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
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\*_[\]<>|~]/g, '\\$&')
    .replace(/([@#!])(?=\S)/g, '$1\u200b');
}
