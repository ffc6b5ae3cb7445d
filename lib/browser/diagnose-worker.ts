import { diagnose } from '../diagnosis/diagnose';
import type { RenderedReport } from '../diagnosis/report';
import { redact, type Masked, type NamedText } from '../redaction/redact';
import { renderReport } from '../report/render';

export interface Ask {
  readonly number: number;
  readonly texts: readonly NamedText[];
}

export interface Answer {
  readonly number: number;
  readonly report: RenderedReport;
  readonly masks: readonly Masked[];
  /** After masking; the report's positions are of these. */
  readonly texts: readonly NamedText[];
}

// The whole diagnosis, off the page's own thread: the same code as on the server, and nothing is sent.
addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  const { texts, masks } = redact(data.texts);
  const answer: Answer = { number: data.number, report: renderReport(diagnose(texts), 'en'), masks, texts };
  postMessage(answer);
});
