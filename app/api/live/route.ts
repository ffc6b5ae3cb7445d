import { json, notAllowed } from '../../../lib/http/answer';
import { probes } from '../../../lib/http/probes';

export const dynamic = 'force-dynamic';

/** The production server answers this itself (scripts/probes.mjs). */
export const GET = () => probes.live().then(({ status, body }) => json(body, status));

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
