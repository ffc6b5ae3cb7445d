import { answering, json, notAllowed } from '../../../lib/http/answer';
import { languageOf } from '../../../lib/http/stored-case';
import { listCauses } from '../../../lib/report/reference';

export const GET = answering((request) => Promise.resolve(json({ causes: listCauses(languageOf(request)) })));

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
