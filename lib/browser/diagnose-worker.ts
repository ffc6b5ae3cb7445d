import { diagnose } from '../diagnosis/diagnose';
import type { RenderedReport } from '../diagnosis/report';
import { excerptOf } from '../excerpt/excerpt';
import { hideChosen } from '../redaction/hide';
import { redact, type NamedText } from '../redaction/redact';
import { renderReport } from '../report/render';

export interface Ask {
  readonly number: number;
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
  const answer: Answer = { number: data.number, report: renderReport(diagnose(texts.map(({ name, text }) => ({ name, text: excerptOf(text) }))), 'en'), texts };
  postMessage(answer);
});
