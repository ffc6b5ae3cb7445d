import type { RenderedReport } from '../diagnosis/report';
import { nextVerdict, nextWord } from './next-lines';
import { reportWord } from './words';

/** C0 and C1 controls but the line break, bidirectional and zero-width characters: an evidence line moves no cursor. */
const moving = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function still(text: string): string {
  return text.replace(moving, (one) => (one === '\n' ? one : `<U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`));
}

/** The Report as plain text for a terminal. */
export function reportText(report: RenderedReport): string {
  const lines = [report.verdict.toUpperCase() + ': ' + report.summary, ''];
  for (const finding of report.findings) {
    lines.push(`${finding.role} (${finding.confidence}: ${finding.because}): ${finding.cause}`, `  ${finding.explanation}`);
    for (const { document, startLine, startColumn, quote, says } of finding.evidence) {
      lines.push(`  ${document}:${startLine}:${startColumn}  ${says}`, ...quote.split('\n').map((line) => `    | ${line}`));
    }
    for (const fix of finding.fixes) {
      lines.push(`  fix (${fix.risk}${fix.lowersIsolation ? ', lowers isolation' : ''}): ${fix.title}`, `    costs: ${fix.costs}`);
      for (const operation of fix.patch) lines.push(`    patch ${fix.document ?? ''}: ${JSON.stringify(operation)}`);
      for (const edit of fix.edits) lines.push(`    edit ${fix.document ?? ''}:${edit.startLine}:${edit.startColumn}: ${JSON.stringify(edit.text)}`);
      for (const command of fix.commands) lines.push(`    $ ${command}`);
      for (const command of fix.verify) lines.push(`    verify: ${command}`);
      for (const undo of fix.undo) lines.push(`    undo: ${undo}`);
      for (const note of fix.notes) lines.push(`    note: ${note}`);
    }
    lines.push('');
  }
  if (report.next) {
    lines.push(`${reportWord('next')}: ${nextVerdict(report.next)}`);
    for (const one of report.next.findings) lines.push(`  ${nextWord(one)}: ${one.cause}: ${one.title}`);
    for (const { what, command } of report.next.asks) lines.push(`  ${what}`, `    $ ${command}`);
    lines.push('');
  }
  for (const { what, command } of report.asks) lines.push(`To be surer: ${what}`, `  $ ${command}`);
  for (const { evidence } of report.heardVersions ?? []) lines.push(`Version: ${evidence.document}:${evidence.startLine}: ${evidence.says}`);
  for (const { cause, because } of report.ruledOut) lines.push(`Ruled out: ${cause}: ${because}`);
  for (const { document, startLine, quote } of report.unrecognised) lines.push(`Not known: ${document}:${startLine}: ${quote}`);
  for (const limit of report.limits) lines.push(`Limit: ${limit}`);
  return `${still(lines.join('\n')).trimEnd()}\n`;
}
