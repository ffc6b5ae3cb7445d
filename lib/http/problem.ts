/** A request that is answered by a problem (RFC 9457): what is wrong and what to do, in words for its sender. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request is malformed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  410: 'Gone',
  413: 'Too large',
  415: 'Unknown content type',
  422: 'Nothing readable',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Busy',
  507: 'No room',
};

/** The answer to a problem: application/problem+json, never a stack, a path or the sender's own text. */
export function problemResponse({ status, detail, headers }: Problem): Response {
  const body = { type: 'about:blank', title: titles[status] ?? 'Error', status, detail };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', ...headers },
  });
}
