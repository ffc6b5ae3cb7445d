import { answering, json, notAllowed } from '../../../lib/http/answer';
import { diagnoseApart, reportUnfinished } from '../../../lib/http/diagnose-apart';
import { limitRate } from '../../../lib/http/rate-limit';
import { withReceived } from '../../../lib/http/receive';
import { languageOf } from '../../../lib/http/stored-case';
import { renderReport } from '../../../lib/report/render';

export const POST = answering(async (request) => {
  await limitRate(request, 'diagnose');
  return withReceived(request, async (received) => {
    const diagnosed = await diagnoseApart({ received, form: 'case', stored: false });
    const report = diagnosed === 'unfinished' ? reportUnfinished(received) : diagnosed.report;
    return json(renderReport(report, languageOf(request)));
  });
});

export const GET = notAllowed('POST');
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
