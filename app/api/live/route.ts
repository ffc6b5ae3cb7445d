import { json, notAllowed } from '../../../lib/http/answer';

export const dynamic = 'force-dynamic';

/** Nothing but the process is asked, not even how often this was: to start it anew mends no database. */
export const GET = () => json({ status: 'ok' });

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
