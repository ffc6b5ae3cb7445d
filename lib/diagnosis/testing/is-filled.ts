import type { Cause } from '../cause';
import { generalWords } from '../general-words';
import type { Sentence } from '../report';
import { languages } from '../sentence';

/** Does the sentence stand in every language, with a value for each hole? */
export function isFilled(cause: Cause, sentence: Sentence): boolean {
  const [room, key = ''] = sentence.key.split('/');
  return languages.every((language) => {
    const words: Readonly<Record<string, string>> = room === 'general' ? generalWords[language] : cause.words[language];
    const template = words[key];
    const holes = [...(template ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    return template !== undefined && holes.every((hole) => sentence.values[hole] !== undefined);
  });
}
