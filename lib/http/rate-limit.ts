import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { lastingLimiter } from '../cases/lasting-limiter';
import { isShared } from '../cases/prisma-client';
import { guarded } from '../cases/storage-error';
import { readRates, type Rate } from '../intake/limits';
import { Problem } from './problem';
import { says } from './problem-words';

// One set of counters a process: modules of a server may be loaded more than once.
const held = globalThis as unknown as { rateLimiters?: Map<string, RateLimiterMemory> };

/** What fills the disk or tries secrets is counted in the database: a restart gives nobody new tries. Where instances share it, all is. */
const lasting: ReadonlySet<Rate> = new Set(['create', 'stored', 'password', 'password-of-case']);

async function limiterOf(what: Rate, points: number, seconds: number): Promise<RateLimiterAbstract> {
  // What needs no database is answered, and counted, also while it is away.
  if (lasting.has(what) || isShared()) return lastingLimiter(what, points, seconds, !lasting.has(what));
  held.rateLimiters ??= new Map();
  const key = `${what} ${points} ${seconds}`;
  const limiter = held.rateLimiters.get(key) ?? new RateLimiterMemory({ points, duration: seconds });
  held.rateLimiters.set(key, limiter);
  return limiter;
}

/** Counts a request of a client against what it may do in a time. Throws a Problem (429) that says when to come again. */
export async function limitRate(request: Request, what: Rate, points = 1): Promise<void> {
  await countAgainst(clientKey(request), what, points);
}

/** The same for whatever is counted: a case instead of a client. */
export async function countAgainst(key: string, what: Rate, taken = 1): Promise<void> {
  const { points, seconds } = readRates()[what];
  const limiter = await limiterOf(what, points, seconds);
  try {
    await guarded(() => limiter.consume(key, taken));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw tooOften(what, error);
  }
}

/** Takes back what was counted. */
export async function countBack(key: string, what: Rate): Promise<void> {
  const { points, seconds } = readRates()[what];
  await guarded(async () => (await limiterOf(what, points, seconds)).reward(key));
}

function tooOften(what: Rate, { msBeforeNext }: RateLimiterRes): Problem {
  const { points, seconds } = readRates()[what];
  const wait = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new Problem(429, says('tooOften', { points, seconds, wait }), {
    'Retry-After': String(wait),
    // draft-ietf-httpapi-ratelimit-headers
    RateLimit: `"${what}";r=0;t=${wait}`,
    'RateLimit-Policy': `"${what}";q=${points};w=${seconds}`,
  });
}

/** What is left of what may be done, in points; counts nothing. Throws a Problem (429) where nothing is. */
export async function pointsLeft(key: string, what: Rate): Promise<number> {
  const { points, seconds } = readRates()[what];
  const counted = await guarded(async () => (await limiterOf(what, points, seconds)).get(key));
  if (counted && counted.consumedPoints >= points) throw tooOften(what, counted);
  return points - (counted?.consumedPoints ?? 0);
}

/** The client as it is counted: addresses are kept as hashes. */
export function clientKey(request: Pick<Request, 'headers'>): string {
  return createHash('sha256').update(clientOf(request)).digest('base64url');
}

/** The client's address as scripts/serve.mjs read it from the socket; of IPv6 its /64, which one customer has whole. */
function clientOf(request: Pick<Request, 'headers'>): string {
  const address = request.headers.get('x-client-address') ?? 'unknown';
  return isIPv6(address) ? network(address) : address;
}

/** The first four groups of an IPv6 address, with `::` written out. */
function network(address: string): string {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '').toLowerCase()).join(':');
}
