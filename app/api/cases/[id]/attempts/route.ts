import { attemptOptions } from '../../../../../lib/contract/schemas';
import { answering, json, notAllowed } from '../../../../../lib/http/answer';
import { evidenceFromRequest } from '../../../../../lib/http/evidence-from-request';
import { addNextAttempt } from '../../../../../lib/http/next-attempt';
import { limitRate } from '../../../../../lib/http/rate-limit';
import { languageOf, storedCase } from '../../../../../lib/http/stored-case';
import { renderReport } from '../../../../../lib/report/render';

export const POST = answering<RouteContext<'/api/cases/[id]/attempts'>>(async (request, { params }) => {
  await limitRate(request, 'create');
  const { id } = await params;
  // Before the body is read: nobody sends 32 MiB to a case that is not there.
  await storedCase(request, id);
  const { documents, options } = await evidenceFromRequest(request, attemptOptions);
  const { number, report, changes } = await addNextAttempt(id, documents, options.after);
  // A form without JavaScript is sent on to the page of its case.
  if (request.headers.get('accept')?.startsWith('text/html')) return new Response(null, { status: 303, headers: { Location: `/cases/${id}?attempt=${number}` } });
  return json({ number, report: renderReport(report, languageOf(request)), ...changes }, 201, { Location: `/cases/${id}?attempt=${number}` });
});

export const GET = notAllowed('POST');
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
