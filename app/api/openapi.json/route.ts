import { openApi } from '../../../lib/contract/openapi';
import { answering, json, notAllowed } from '../../../lib/http/answer';

export const GET = answering(() => Promise.resolve(json(openApi())));

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
