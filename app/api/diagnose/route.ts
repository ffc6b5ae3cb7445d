import { caseOptions } from '../../../lib/contract/schemas';
import { answering, json, notAllowed } from '../../../lib/http/answer';
import { diagnoseEvidence } from '../../../lib/http/diagnose-evidence';
import { evidenceFromRequest } from '../../../lib/http/evidence-from-request';
import { languageOf } from '../../../lib/http/stored-case';
import { renderReport } from '../../../lib/report/render';

export const POST = answering(async (request) => {
  const { documents } = await evidenceFromRequest(request, caseOptions);
  return json(renderReport(diagnoseEvidence(documents).report, languageOf(request)));
});

export const GET = notAllowed('POST');
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
