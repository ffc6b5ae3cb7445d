import { readEnvelope } from '../../../../../lib/cases/envelope';
import { answering, notAllowed } from '../../../../../lib/http/answer';
import { Problem } from '../../../../../lib/http/problem';
import { says } from '../../../../../lib/http/problem-words';
import { storedCase } from '../../../../../lib/http/stored-case';

export const GET = answering<RouteContext<'/api/cases/[id]/envelope'>>(async (request, { params }) => {
  const { id } = await params;
  await storedCase(request, id);
  const content = await readEnvelope(id);
  if (!content) throw new Problem(404, says('notEncrypted'));
  return new Response(content, {
    headers: { 'Content-Type': 'application/octet-stream', 'X-Content-Type-Options': 'nosniff', 'Content-Disposition': `attachment; filename="case-${id.slice(0, 6)}.encrypted"` },
  });
});

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
