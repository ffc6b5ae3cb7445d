import { mostBytes } from '../../../lib/cases/room';
import { lifetimes } from '../../../lib/cases/expiry';
import { answering, json, notAllowed } from '../../../lib/http/answer';
import { readLimits, readRates } from '../../../lib/intake/limits';

export const dynamic = 'force-dynamic';

export const GET = answering(() => Promise.resolve(json({ ...readLimits(), storedBytes: mostBytes(), rates: readRates(), expiresInSeconds: lifetimes })));

export const POST = notAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
