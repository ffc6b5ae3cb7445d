import { readContents, readLines, readWhole } from '../../../../../../lib/cases/read-documents';
import { answering, notAllowed } from '../../../../../../lib/http/answer';
import { findLines } from '../../../../../../lib/http/find-lines';
import { Problem } from '../../../../../../lib/http/problem';
import { says } from '../../../../../../lib/http/problem-words';
import { readQuery, requireReadable, storedCase } from '../../../../../../lib/http/stored-case';

/** Lines of a window where the query does not say. */
const usualCount = 1000;

export const GET = answering<RouteContext<'/api/cases/[id]/documents/[name]'>>(async (request, { params }) => {
  const { id, name } = await params;
  const { attempt, from, count, find } = readQuery(request);
  requireReadable(await storedCase(request, id));
  // Next hands the segment on as it was sent.
  const wanted = decoded(name);
  if (find !== undefined) {
    const [document] = await readContents(id, attempt, wanted);
    if (!document) throw new Problem(404, says('noDocument'));
    return Response.json(await findLines(document.content, find));
  }
  if (from !== undefined || count !== undefined) {
    const window = await readLines(id, attempt, wanted, (from ?? 1) - 1, count ?? usualCount);
    if (!window) throw new Problem(404, says('noDocument'));
    return new Response(window.text, { headers: { ...plain, 'X-Total-Lines': String(window.lines) } });
  }
  const document = await readWhole(id, attempt, wanted);
  if (!document) throw new Problem(404, says('noDocument'));
  const file = document.name.replace(/^.*\//, '').replace(/[^\w.-]+/g, '-').slice(0, 60);
  return new Response(new Uint8Array(document.bytes), { headers: { ...plain, 'Content-Disposition': `attachment; filename="case-${id.slice(0, 6)}-${file}"` } });
});

const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };

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
