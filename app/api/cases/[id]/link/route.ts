import { rotateLink } from '../../../../../lib/cases/rotate-link';
import { answering, json, notAllowed } from '../../../../../lib/http/answer';
import { withPass } from '../../../../../lib/http/case-lock';
import { requireManager } from '../../../../../lib/http/manage-request';
import { Problem } from '../../../../../lib/http/problem';
import { says } from '../../../../../lib/http/problem-words';
import { foundCase, urlOf } from '../../../../../lib/http/stored-case';

/** A new link for a case; the old one is gone from then on. */
export const POST = answering<RouteContext<'/api/cases/[id]/link'>>(async (request, { params }) => {
  const { id } = await params;
  await requireManager(request, id);
  const renewed = await rotateLink(id);
  if (renewed === undefined) throw new Problem(410, says('gone'));
  const answer = json({ id: renewed, url: urlOf(request, renewed) }, 201, { Location: `/cases/${renewed}` });
  return withPass(answer, request, await foundCase(renewed));
});

export const GET = notAllowed('POST');
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
