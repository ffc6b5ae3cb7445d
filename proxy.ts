import { NextResponse, type NextRequest } from 'next/server';
import { isGone } from './lib/cases/read-case';

/**
 * A page of Next cannot choose 410 for itself, and a rewrite keeps 200, so the answer for a case that was deleted
 * or has expired is written here, whole.
 */
const gonePage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gone | Userns Doctor</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>
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
<p>410</p>
<h1>This case was deleted or has expired</h1>
<p>Nothing of it is kept. Ask who sent the link for the evidence, and diagnose it again.</p>
<p><a href="/">New diagnosis</a></p>
</main>
</body>
</html>
`;

/** Answers for cases that are gone; everything else goes on to its page. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const id = request.nextUrl.pathname.split('/')[2] ?? '';
  // Where the database does not answer, the page itself says so.
  if (!(await isGone(id).catch(() => false))) return NextResponse.next();
  return new NextResponse(gonePage, { status: 410, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

export const config = { matcher: '/cases/:id' };
