import { readDocuments } from '../../../../../../lib/cases/read-documents';
import { answering, notAllowed } from '../../../../../../lib/http/answer';
import { Problem } from '../../../../../../lib/http/problem';
import { says } from '../../../../../../lib/http/problem-words';
import { readQuery, storedCase } from '../../../../../../lib/http/stored-case';

export const GET = answering<RouteContext<'/api/cases/[id]/documents/[name]'>>(async (request, { params }) => {
  const { id, name } = await params;
  const { attempt } = readQuery(request);
  await storedCase(request, id);
  // Next hands the segment on as it was sent.
  const [document] = await readDocuments(id, attempt, decoded(name));
  if (!document) throw new Problem(404, says('noDocument'));
  const file = document.name.replace(/^.*\//, '').replace(/[^\w.-]+/g, '-').slice(0, 60);
  return new Response(document.text, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="case-${id.slice(0, 6)}-${file}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
});

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    throw new Problem(404, says('noDocument'));
  }
}

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
