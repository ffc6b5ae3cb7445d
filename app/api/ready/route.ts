import { storeHealth } from '../../../lib/cases/health';
import { answering, json, notAllowed } from '../../../lib/http/answer';
import { isStopping } from '../../../lib/http/server-state';

export const dynamic = 'force-dynamic';

export const GET = answering(async () => {
  const { database } = await storeHealth();
  const stopping = isStopping();
  const ready = database === 'ok' && !stopping;
  return json({ status: ready ? 'ok' : 'not ready', database, stopping }, ready ? 200 : 503);
});

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
