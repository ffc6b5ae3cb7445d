import { answering, notAllowed } from '../../../../../lib/http/answer';
import { attemptOf, languageOf, readQuery, storedCase } from '../../../../../lib/http/stored-case';
import { reportMarkdown } from '../../../../../lib/report/markdown';
import { renderReport } from '../../../../../lib/report/render';

export const GET = answering<RouteContext<'/api/cases/[id]/report.md'>>(async (request, { params }) => {
  const { attempt } = readQuery(request);
  const { report } = attemptOf(await storedCase(request, (await params).id), attempt);
  const language = languageOf(request);
  const markdown = reportMarkdown(renderReport(report, language), language);
  return new Response(markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
});

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
