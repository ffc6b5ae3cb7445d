import { answering, json, notAllowed } from '../../../lib/http/answer';
import { createCase } from '../../../lib/http/create-case';
import { limitRate } from '../../../lib/http/rate-limit';
import { withReceived } from '../../../lib/http/receive';
import { languageOf, urlOf } from '../../../lib/http/stored-case';
import { renderReport } from '../../../lib/report/render';

export const POST = answering(async (request) => {
  await limitRate(request, 'create');
  const { id, manageToken, report } = await withReceived(request, (received) => createCase(request, received));
  const path = `/cases/${id}`;
  // A form without JavaScript is sent on to the page of its case.
  if (request.headers.get('accept')?.startsWith('text/html')) return new Response(null, { status: 303, headers: { Location: path } });
  return json({ id, url: urlOf(request, id), manageToken, report: renderReport(report, languageOf(request)) }, 201, { Location: path });
});

export const GET = notAllowed('POST');
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
