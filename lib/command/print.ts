import type { RenderedReport } from '../diagnosis/report';
import { fill, type Language } from '../diagnosis/sentence';
import { harmlessJson } from '../report/harmless-json';
import { reportsSarif } from '../report/sarif';
import { still } from '../report/still';
import { reportText } from '../report/text';
import { reportWords } from '../report/words';
import type { Format } from './options';

/** A config that was checked by itself. */
export interface Checked {
  readonly config: string;
  readonly report: RenderedReport;
}

/** One Report as it is printed. */
export function printReport(report: RenderedReport, format: Format, language: Language): string {
  if (format === 'text') return reportText(report, language);
  return `${harmlessJson(format === 'json' ? report : reportsSarif([report]), 2)}\n`;
}

/** The Reports of a check: a line for a sound config, the whole Report for another. */
export function printChecked(checked: readonly Checked[], format: Format, language: Language): string {
  if (format === 'json') return `${harmlessJson({ checked }, 2)}\n`;
  if (format === 'sarif') return `${harmlessJson(reportsSarif(checked.map(({ report }) => report)), 2)}\n`;
  const words = reportWords[language];
  return checked
    .map(({ config, report }) => {
      const name = still(config).replaceAll('\n', '⟨U+000A⟩');
      return report.verdict === 'healthy' ? `${fill(words.pair, { what: name, text: words.healthy })}\n` : `== ${name}\n${reportText(report, language)}`;
    })
    .join('\n');
}
