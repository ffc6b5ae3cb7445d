import { answering } from '../../../lib/http/answer';
import { Problem } from '../../../lib/http/problem';

export const GET = answering(() => Promise.reject(new Problem(404, 'There is nothing at this address.')));

export const POST = GET;
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
