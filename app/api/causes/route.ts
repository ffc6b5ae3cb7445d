import { answering, json, notAllowed } from '../../../lib/http/answer';
import { Problem } from '../../../lib/http/problem';
import { says } from '../../../lib/http/problem-words';
import { languageOf } from '../../../lib/http/stored-case';
import { findCauses } from '../../../lib/report/find-causes';
import { listCauses } from '../../../lib/report/reference';

/** A pasted line has no more; a log goes to /api/diagnose. */
const longestQuery = 8192;

/** Every cause; with `?q=`, those that the pasted text may be about, the likeliest first, and what was seen in it. */
export const GET = answering((request) => {
  const language = languageOf(request);
  const listed = listCauses(language);
  const text = new URL(request.url).searchParams.get('q');
  if (text === null) return Promise.resolve(json({ causes: listed }));
  if (text.length > longestQuery) throw new Problem(413, says('longQuery', { limit: longestQuery }));
  const { causes, ...found } = findCauses(text, language);
  return Promise.resolve(json({ ...found, causes: causes.map((cause) => ({ ...listed.find(({ id }) => id === cause.id), ...cause })) }));
});

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
