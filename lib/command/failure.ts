import { fill, type HoleValues, type Language } from '../diagnosis/sentence';
import { commandWords } from './words';

type Table = (typeof commandWords)['en'];

/** The program cannot go on: what is wrong, in words for its user, and the exit status. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A Failure that says a text of the table. */
export function failure<K extends keyof Table & string>(status: number, language: Language, key: K, ...values: HoleValues<Table[K]>): Failure {
  return new Failure(status, fill(commandWords[language][key], ...values));
}
