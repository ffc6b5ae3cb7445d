import { openCase } from '../../../lib/cases/open-case';
import { caseOptions } from '../../../lib/contract/schemas';
import { answering, json, notAllowed } from '../../../lib/http/answer';
import { diagnosedToStore } from '../../../lib/http/diagnose-apart';
import { evidenceFromRequest } from '../../../lib/http/evidence-from-request';
import { documentsToStore } from '../../../lib/http/documents-to-store';
import { limitRate } from '../../../lib/http/rate-limit';
import { languageOf } from '../../../lib/http/stored-case';
import { renderReport } from '../../../lib/report/render';

export const POST = answering(async (request) => {
  await limitRate(request, 'create');
  const { documents, options } = await evidenceFromRequest(request, caseOptions);
  const { texts, report } = await diagnosedToStore(documents);
  const { id, manageToken } = await openCase({
    title: options.title,
    note: options.note,
    ...(options.expiresIn === undefined ? {} : { expiresInSeconds: options.expiresIn }),
    documents: documentsToStore(texts, report),
    report,
  });
  const path = `/cases/${id}`;
  // A form without JavaScript is sent on to the page of its case.
  if (request.headers.get('accept')?.startsWith('text/html')) return new Response(null, { status: 303, headers: { Location: path } });
  const url = `${new URL(request.url).protocol}//${request.headers.get('host') ?? new URL(request.url).host}${path}`;
  return json({ id, url, manageToken, report: renderReport(report, languageOf(request)) }, 201, { Location: path });
});

export const GET = notAllowed('POST');
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
