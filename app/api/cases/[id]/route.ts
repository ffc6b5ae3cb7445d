import { changeCase, deleteCase } from '../../../../lib/cases/manage-case';
import { caseChanges } from '../../../../lib/contract/schemas';
import { answering, json, notAllowed } from '../../../../lib/http/answer';
import { caseBody } from '../../../../lib/http/case-body';
import { jsonBody } from '../../../../lib/http/json-body';
import { requireManager } from '../../../../lib/http/manage-request';
import { languageOf, storedCase } from '../../../../lib/http/stored-case';

type Context = RouteContext<'/api/cases/[id]'>;

export const GET = answering<Context>(async (request, { params }) => json(caseBody(await storedCase((await params).id), languageOf(request))));

export const PATCH = answering<Context>(async (request, { params }) => {
  const { id } = await params;
  await requireManager(request, id);
  const { title, status, expiresIn } = await jsonBody(request, caseChanges);
  await changeCase(id, { title, status, expiresInSeconds: expiresIn });
  return json(caseBody(await storedCase(id), languageOf(request)));
});

export const DELETE = answering<Context>(async (request, { params }) => {
  const { id } = await params;
  await requireManager(request, id);
  await deleteCase(id);
  return new Response(null, { status: 204 });
});

export const POST = notAllowed('GET', 'PATCH', 'DELETE');
export const PUT = POST;
