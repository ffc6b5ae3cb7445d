import type { Language } from '../diagnosis/sentence';
import { findCauses, type Found } from '../report/find-causes';

export interface Question {
  readonly number: number;
  readonly language: Language;
  readonly text: string;
}

export interface FoundAnswer {
  readonly number: number;
  readonly found: Found;
}

// A pasted line is read here, in the browser, as the server reads it for /api/causes?q=.
addEventListener('message', ({ data }: MessageEvent<Question>) => {
  postMessage({ number: data.number, found: findCauses(data.text, data.language) } satisfies FoundAnswer);
});
