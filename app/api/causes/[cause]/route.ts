import { answering, json, notAllowed } from '../../../../lib/http/answer';
import { Problem } from '../../../../lib/http/problem';
import { languageOf } from '../../../../lib/http/stored-case';
import { describeCause } from '../../../../lib/report/reference';

export const GET = answering<RouteContext<'/api/causes/[cause]'>>(async (request, { params }) => {
  const description = describeCause((await params).cause, languageOf(request));
  if (!description) throw new Problem(404, 'No cause has this id. /api/causes lists them all.');
  return json(description);
});

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
