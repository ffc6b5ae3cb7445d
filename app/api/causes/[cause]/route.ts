import { answering, json, notAllowed } from '../../../../lib/http/answer';
import { Problem } from '../../../../lib/http/problem';
import { says } from '../../../../lib/http/problem-words';
import { languageOf } from '../../../../lib/http/stored-case';
import { nearestCauses } from '../../../../lib/report/nearest-causes';
import { describeCause } from '../../../../lib/report/reference';

export const GET = answering<RouteContext<'/api/causes/[cause]'>>(async (request, { params }) => {
  const { cause } = await params;
  const description = describeCause(cause, languageOf(request));
  if (!description) {
    const near = nearestCauses(cause);
    throw new Problem(404, near.length > 0 ? says('nearestCauses', { near: near.join(', ') }) : says('noCause'));
  }
  return json(description);
});

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
