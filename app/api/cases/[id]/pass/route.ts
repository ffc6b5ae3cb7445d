import { answering, notAllowed } from '../../../../../lib/http/answer';
import { passCookies, tryPassword } from '../../../../../lib/http/case-lock';
import { readBody } from '../../../../../lib/http/counted-body';
import { Problem } from '../../../../../lib/http/problem';
import { says } from '../../../../../lib/http/problem-words';
import { foundCase } from '../../../../../lib/http/stored-case';

/** The form of a case with a password: where it is right the browser gets a pass, and is sent on to the page either way. */
export const POST = answering<RouteContext<'/api/cases/[id]/pass'>>(async (request, { params }) => {
  const { id } = await params;
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) throw new Problem(415, says('sendForm'));
  const found = await foundCase(id);
  const password = new URLSearchParams((await readBody(request)).toString('utf8')).get('password') ?? '';
  const headers = new Headers({ Location: `/cases/${id}` });
  try {
    await tryPassword(request, found, password);
    for (const cookie of passCookies(request, id, found.passwordHash ?? '')) headers.append('Set-Cookie', cookie);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 403) throw error;
    headers.set('Location', `/cases/${id}?password=wrong`);
  }
  return new Response(null, { status: 303, headers });
});

export const GET = notAllowed('POST');
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
