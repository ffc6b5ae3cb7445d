import { generalWords } from '../general-words';
import type { Sentence } from '../report';
import { sayFrom } from '../sentence';

/** Says why no command is built for a path. */
export function barred(path: string): Sentence {
  return sayFrom<typeof generalWords.en>('general')('barredPath', { path });
}
