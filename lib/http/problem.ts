import { filled, type Language } from '../diagnosis/sentence';
import { problemWords, type ProblemText } from './problem-words';

/** A request that is answered by a problem (RFC 9457): what is wrong and what to do, in words for its sender. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly says: ProblemText,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(filled(problemWords.en[says.key], says.values));
  }

  /** What is wrong and what to do, in a language. */
  detailIn(language: Language): string {
    return filled(problemWords[language][this.says.key], this.says.values);
  }
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
