import { hashPassword } from '../../../../lib/cases/lock';
import { changeCase, deleteCase } from '../../../../lib/cases/manage-case';
import { caseChanges } from '../../../../lib/contract/schemas';
import { answering, json, notAllowed } from '../../../../lib/http/answer';
import { caseBody } from '../../../../lib/http/case-body';
import { withPass } from '../../../../lib/http/case-lock';
import { jsonBody } from '../../../../lib/http/json-body';
import { maskedText } from '../../../../lib/http/masked-text';
import { requireManager } from '../../../../lib/http/manage-request';
import { foundCase, languageOf, requireReadable, storedCase } from '../../../../lib/http/stored-case';

type Context = RouteContext<'/api/cases/[id]'>;

export const GET = answering<Context>(async (request, { params }) => json(caseBody(await storedCase(request, (await params).id), languageOf(request))));

export const PATCH = answering<Context>(async (request, { params }) => {
  const { id } = await params;
  await requireManager(request, id);
  const { title, status, expiresIn, password } = await jsonBody(request, caseChanges);
  // A title would say what the server is not to know.
  if (title !== undefined) requireReadable(await foundCase(id));
  await changeCase(id, {
    title: title === undefined ? undefined : maskedText(title),
    status,
    expiresInSeconds: expiresIn,
    passwordHash: typeof password === 'string' ? await hashPassword(password) : password,
  });
  const changed = await foundCase(id);
  return withPass(json(caseBody(changed, languageOf(request))), request, changed);
});

export const DELETE = answering<Context>(async (request, { params }) => {
  const { id } = await params;
  await requireManager(request, id);
  await deleteCase(id);
  return new Response(null, { status: 204 });
});

export const POST = notAllowed('GET', 'PATCH', 'DELETE');
export const PUT = POST;
