import type { RenderedReport } from '../diagnosis/report';
import type { Language } from '../diagnosis/sentence';
import type { NamedText } from '../redaction/redact';
import { renderReport } from '../report/render';
import { diagnoseMasked } from './diagnose-masked';

export interface Ask {
  readonly number: number;
  readonly language: Language;
  readonly texts: readonly NamedText[];
  /** What is hidden besides what the rules hide. */
  readonly chosen: readonly string[];
}

export interface Answer {
  readonly number: number;
  readonly report: RenderedReport;
  /** After masking, in the order in which they were given; the report's positions are of these. */
  readonly texts: readonly NamedText[];
}

// The whole diagnosis, off the page's own thread: the same code as on the server, and nothing is sent.
addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  const { texts, report } = diagnoseMasked(data.texts, data.chosen);
  const answer: Answer = { number: data.number, report: renderReport(report, data.language), texts };
  postMessage(answer);
});
