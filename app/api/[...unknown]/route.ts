import { answering } from '../../../lib/http/answer';
import { Problem } from '../../../lib/http/problem';
import { says } from '../../../lib/http/problem-words';

export const GET = answering(() => Promise.reject(new Problem(404, says('nothingHere'))));

export const POST = GET;
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
