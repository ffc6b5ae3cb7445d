import type { EvidenceIn, RenderedReport } from '../diagnosis/report';
import type { Language } from '../diagnosis/sentence';
import { code, fenced, prose } from './markdown';
import { still } from './still';
import { reportWord } from './words';

/** Places that are named; five lines are for chat. */
const mostPlaces = 4;

/** Five lines for who takes over: cause, where it shows, fix, check, link. `{link}` stands for the address of the case. */
export function handOver(report: RenderedReport, language: Language): string {
  const root = report.findings.find(({ role }) => role === 'root-cause');
  const [fix] = root?.fixes ?? [];
  const [ask] = report.asks;
  const plain = (text: string) => text.replaceAll('`', '').replace(/\s+/g, ' ');
  const seen = placesOf(root?.evidence ?? report.unrecognised);
  const check = fix?.verify[0];
  const lines = [
    root ? reportWord('handCause', language, { confidence: reportWord(root.confidence, language), title: plain(root.title) }) : reportWord('handVerdict', language, { summary: plain(report.summary) }),
    seen === '' ? reportWord('handNowhere', language) : reportWord(root ? 'handSeen' : 'handUnknown', language, { places: seen }),
    fix ? reportWord('handFix', language, { risk: reportWord(fix.risk, language), title: plain(fix.title) }) : reportWord('handNoFix', language),
    ask && root?.confidence !== 'certain' ? reportWord('handAsk', language, { command: ask.command }) : check === undefined ? '' : reportWord('handCheck', language, { command: check }),
    reportWord('handLink', language),
  ];
  return still(lines.filter(Boolean).join('\n'));
}

/** What a maintainer answers in an issue: the cause, the lines that show it, what mends it. `{link}` as above. */
export function caseReply(report: RenderedReport, language: Language): string {
  const root = report.findings.find(({ role }) => role === 'root-cause');
  if (!root) return bugReport(report, language);
  const [fix] = root.fixes;
  const [ask] = root.confidence === 'certain' ? [] : report.asks;
  return still(
    [
      prose(root.title) + '.',
      prose(root.explanation),
      reportWord('replySeen', language),
      ...root.evidence.slice(0, 3).map(quoted),
      ...(ask ? [prose(ask.what) + ':', fenced(ask.command, 'sh')] : []),
      ...(fix ? [reportWord('handFix', language, { risk: reportWord(fix.risk, language), title: prose(fix.title) })] : []),
      reportWord('replyCase', language),
    ].join('\n\n'),
  );
}

/** A report of a failure that nothing known explains, filled as far as the evidence goes. */
export function bugReport(report: RenderedReport, language: Language): string {
  const versions = report.heardVersions ?? [];
  return still(
    [
      `### ${reportWord('bugTitle', language)}`,
      prose(report.summary),
      ...(report.unrecognised.length > 0 ? [`#### ${reportWord('bugLines', language)}`, ...report.unrecognised.slice(0, 5).map(quoted)] : []),
      ...(versions.length > 0 ? [`#### ${reportWord('bugVersions', language)}`, versions.map(({ evidence }) => `- ${prose(evidence.says)}`).join('\n')] : []),
      `#### ${reportWord('bugGiven', language)}`,
      report.documents.map(({ name, kind, lines }) => `- ${code(name)}: ${kind}, ${lines}`).join('\n'),
      ...(report.asks.length > 0 ? [`#### ${reportWord('bugMissing', language)}`, ...report.asks.slice(0, 3).flatMap(({ what, command }) => [prose(what) + ':', fenced(command, 'sh')])] : []),
      reportWord('replyCase', language),
    ].join('\n\n'),
  );
}

function quoted({ document, startLine, quote, says }: EvidenceIn<string>): string {
  return `${code(`${document}:${startLine}`)} ${prose(says)}\n\n${fenced(quote)}`;
}

function placesOf(evidence: readonly EvidenceIn<string>[]): string {
  return [...new Set(evidence.map(({ document, startLine }) => `${document}:${startLine}`))].slice(0, mostPlaces).join(', ');
}
