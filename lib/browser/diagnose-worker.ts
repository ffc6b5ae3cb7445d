import { diagnose } from '../diagnosis/diagnose';
import type { RenderedReport } from '../diagnosis/report';
import type { Language } from '../diagnosis/sentence';
import { excerptOf } from '../excerpt/excerpt';
import { hideChosen } from '../redaction/hide';
import { redact, type NamedText } from '../redaction/redact';
import { renderReport } from '../report/render';

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
  const texts = hideChosen(redact(data.texts).texts, data.chosen);
  const report = diagnose(texts.map(({ name, text }) => ({ name, text: excerptOf(text) })));
  const answer: Answer = { number: data.number, report: renderReport(report, data.language), texts };
  postMessage(answer);
});
