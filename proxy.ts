import { randomBytes } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server';
import { shellWords } from './app/_shared/shell-words';
import { lookUp } from './lib/http/guessing';
import { Problem } from './lib/http/problem';
import type { Language } from './lib/diagnosis/sentence';
import { pickLanguage } from './lib/report/language';

/** What such an answer says. */
interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A page of Next cannot choose 410 or 429 for itself, and a rewrite keeps 200, so the answer for a case that was deleted
 * or has expired, and for who guesses links, is written here, whole.
 */
const refusalPage = ({ status, title, heading, text }: Refusal, language: Language, nonce: string) => `<!doctype html>
<html lang="${shellWords[language].htmlLang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | Userns Doctor</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style nonce="${nonce}">
:root { color-scheme: light dark; }
body { max-width: 36rem; margin: 4rem auto; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif;
  background: light-dark(#fbfbfa, #111214); color: light-dark(#1b1c1e, #ececea); }
h1 { margin: 0.25rem 0 0; font-size: 25px; line-height: 1.2; }
p { margin: 0.75rem 0; color: light-dark(#55575c, #a9abb0); }
a { color: light-dark(#2152d9, #8aabff); }
</style>
</head>
<body>
<main id="content">
<p>${status}</p>
<h1>${heading}</h1>
<p>${text}</p>
<p><a href="/">${shellWords[language].newDiagnosis}</a></p>
</main>
</body>
</html>
`;

/**
 * What a page may load: its own scripts that carry this answer's nonce, and nothing of anyone else's. Attributes of style
 * are allowed for rows and marks that scripts place. In development React evaluates code to show where an error comes from.
 */
function contentPolicy(nonce: string): string {
  const scripts = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  const styles = process.env.NODE_ENV === 'development' ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${scripts}`,
    `style-src 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The cases that a page shows: its own one, or the two that it compares. */
function casesOf({ pathname, searchParams }: NextRequest['nextUrl']): readonly string[] {
  if (pathname === '/compare') return ['a', 'b'].flatMap((side) => searchParams.getAll(side)).map((address) => address.replace(/:.*$/, '')).filter(Boolean);
  return /^\/cases\/([^/]+)$/.exec(pathname)?.slice(1) ?? [];
}

/** Why a page is not shown: its one case is gone, or its reader tried too many links that never were. */
async function refusalOf(request: NextRequest, language: Language): Promise<Refusal | undefined> {
  const words = shellWords[language];
  const states: Awaited<ReturnType<typeof lookUp>>[] = [];
  try {
    for (const id of casesOf(request.nextUrl)) states.push(await lookUp(request, id));
  } catch (error) {
    // Where the database does not answer, the page itself says so.
    if (!(error instanceof Problem)) return undefined;
    return { status: error.status, title: words.tooMany, heading: words.tooManyHeading, text: error.detailIn(language), headers: error.headers };
  }
  // A comparison says itself which of its cases is gone.
  return states.length === 1 && states[0] === 'gone' && request.nextUrl.pathname !== '/compare' ? { status: 410, title: words.gone, heading: words.goneHeading, text: words.goneHint } : undefined;
}

/** The nonce and the language of the answer go to the page, and a case that is gone is answered here; everything else goes on to its page. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentPolicy(nonce);
  const wanted = request.nextUrl.searchParams.get('lang');
  const language = pickLanguage(wanted ?? request.cookies.get('lang')?.value ?? null, request.headers.get('accept-language'));
  const refusal = await refusalOf(request, language);
  if (refusal) {
    const headers = { ...refusal.headers, 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy };
    return new NextResponse(refusalPage(refusal, language, nonce), { status: refusal.status, headers });
  }
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Next reads the nonce from here and gives it to its own scripts.
  headers.set('Content-Security-Policy', policy);
  headers.set('x-language', language);
  const answer = NextResponse.next({ request: { headers } });
  // The language that was asked for stays chosen on this device, for a year; in seconds.
  if (wanted === language) answer.cookies.set('lang', language, { path: '/', maxAge: 365 * 86_400, sameSite: 'lax', httpOnly: true });
  answer.headers.set('Content-Security-Policy', policy);
  return answer;
}

// Bodies of requests that pass here are buffered by Next, so uploads do not: no route below /api does.
export const config = { matcher: '/((?!api/|_next/).*)' };
