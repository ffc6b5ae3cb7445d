import { caseOptions } from '../../../lib/contract/schemas';
import { answering, json, notAllowed } from '../../../lib/http/answer';
import { diagnoseApart, reportUnfinished } from '../../../lib/http/diagnose-apart';
import { evidenceFromRequest } from '../../../lib/http/evidence-from-request';
import { limitRate } from '../../../lib/http/rate-limit';
import { languageOf } from '../../../lib/http/stored-case';
import { renderReport } from '../../../lib/report/render';

export const POST = answering(async (request) => {
  await limitRate(request, 'diagnose');
  const { documents } = await evidenceFromRequest(request, caseOptions);
  const diagnosed = await diagnoseApart(documents);
  const report = diagnosed === 'unfinished' ? reportUnfinished(documents) : diagnosed.report;
  return json(renderReport(report, languageOf(request)));
});

export const GET = notAllowed('POST');
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
