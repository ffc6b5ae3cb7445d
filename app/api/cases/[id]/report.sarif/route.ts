import { answering, notAllowed } from '../../../../../lib/http/answer';
import { attemptOf, languageOf, readQuery, storedCase } from '../../../../../lib/http/stored-case';
import { renderReport } from '../../../../../lib/report/render';
import { reportSarif } from '../../../../../lib/report/sarif';

export const GET = answering<RouteContext<'/api/cases/[id]/report.sarif'>>(async (request, { params }) => {
  const { attempt } = readQuery(request);
  const { report } = attemptOf(await storedCase(request, (await params).id), attempt);
  const body = JSON.stringify(reportSarif(renderReport(report, languageOf(request)))).replaceAll('<', '\\u003c');
  return new Response(body, { headers: { 'Content-Type': 'application/sarif+json; charset=utf-8' } });
});

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
