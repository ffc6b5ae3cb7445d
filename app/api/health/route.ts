import { storeHealth } from '../../../lib/cases/health';
import { answering, json, notAllowed } from '../../../lib/http/answer';

export const dynamic = 'force-dynamic';

export const GET = answering(async () => {
  const health = await storeHealth();
  const ok = health.database === 'ok' && health.retention === 'ok';
  return json({ status: ok ? 'ok' : 'degraded', ...health }, health.database === 'ok' ? 200 : 503);
});

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
