import { filled, type Language } from '../diagnosis/sentence';
import { problemWords, type ProblemText } from './problem-words';

/** A request that is answered by a problem (RFC 9457): what is wrong and what to do, in words for its sender. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly says: ProblemText,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(inWords(says, 'en'));
  }

  /** What is wrong and what to do, in a language. */
  detailIn(language: Language): string {
    return inWords(this.says, language);
  }
}

function inWords({ key, values }: ProblemText, language: Language): string {
  const read = Object.fromEntries(Object.entries(values).map(([hole, value]) => [hole, typeof value === 'object' ? value[language] : value]));
  return filled(problemWords[language][key], read);
}

/** The answer to a problem: application/problem+json, never a stack, a path or the sender's own text. */
export function problemResponse(problem: Problem, language: Language): Response {
  const { status, headers } = problem;
  const titles: Readonly<Record<string, string>> = problemWords[language];
  const body = { type: 'about:blank', title: titles[`title-${status}`] ?? 'Error', status, detail: problem.detailIn(language) };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', ...headers },
  });
}
