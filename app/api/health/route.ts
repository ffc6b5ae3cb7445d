import { databaseHealth } from '../../../lib/cases/health';
import { answering, json, notAllowed } from '../../../lib/http/answer';

export const dynamic = 'force-dynamic';

export const GET = answering(async () => {
  const ok = await databaseHealth();
  return json({ status: ok ? 'ok' : 'degraded', database: ok ? 'ok' : 'unreachable' }, ok ? 200 : 503);
});

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
