import { answering, json, notAllowed } from '../../../../../lib/http/answer';
import { addNextAttempt } from '../../../../../lib/http/next-attempt';
import { limitRate } from '../../../../../lib/http/rate-limit';
import { withReceived } from '../../../../../lib/http/receive';
import { languageOf, requireReadable, storedCase } from '../../../../../lib/http/stored-case';
import { renderReport } from '../../../../../lib/report/render';

export const POST = answering<RouteContext<'/api/cases/[id]/attempts'>>(async (request, { params }) => {
  await limitRate(request, 'create');
  const { id } = await params;
  // Before the body is read: nobody sends 32 MiB to a case that is not there.
  requireReadable(await storedCase(request, id));
  const { number, report, changes } = await withReceived(request, (received) => addNextAttempt(id, received));
  // A form without JavaScript is sent on to the page of its case.
  if (request.headers.get('accept')?.startsWith('text/html')) return new Response(null, { status: 303, headers: { Location: `/cases/${id}?attempt=${number}` } });
  return json({ number, report: renderReport(report, languageOf(request)), ...changes }, 201, { Location: `/cases/${id}?attempt=${number}` });
});

export const GET = notAllowed('POST');
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
