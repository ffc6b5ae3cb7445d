import { answering, json, notAllowed } from '../../../../lib/http/answer';
import { languageOf, storedCase } from '../../../../lib/http/stored-case';
import { renderReport } from '../../../../lib/report/render';

export const GET = answering<RouteContext<'/api/cases/[id]'>>(async (request, { params }) => {
  const { id, title, status, createdAt, expiresAt, attempts } = await storedCase((await params).id);
  const language = languageOf(request);
  return json({
    id,
    url: `/cases/${id}`,
    title,
    status,
    createdAt,
    expiresAt,
    attempts: attempts.map(({ number, after, createdAt: made, report }) => ({
      number,
      after,
      createdAt: made,
      documents: report.documents,
      report: renderReport(report, language),
    })),
  });
});

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
