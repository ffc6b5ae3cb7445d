import { answering, json, notAllowed } from '../../../../../lib/http/answer';
import { attemptOf, languageOf, readQuery, storedCase } from '../../../../../lib/http/stored-case';
import { renderReport } from '../../../../../lib/report/render';

export const GET = answering<RouteContext<'/api/cases/[id]/report.json'>>(async (request, { params }) => {
  const { attempt } = readQuery(request);
  const { report } = attemptOf(await storedCase(request, (await params).id), attempt);
  return json(renderReport(report, languageOf(request)));
});

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
