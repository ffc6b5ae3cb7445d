import { answering, json, notAllowed } from '../../../lib/http/answer';

export const dynamic = 'force-dynamic';

/** Nothing but the process is asked: to start it anew mends no database. */
export const GET = answering(() => Promise.resolve(json({ status: 'ok' })));

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
