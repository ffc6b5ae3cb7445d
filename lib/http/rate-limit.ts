import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { readRates, type Rate } from '../intake/limits';
import { Problem } from './problem';

// One set of counters a process: modules of a server may be loaded more than once.
const held = globalThis as unknown as { rateLimiters?: Map<string, RateLimiterMemory> };

function limiterOf(what: Rate, points: number, duration: number): RateLimiterMemory {
  held.rateLimiters ??= new Map();
  const key = `${what} ${points} ${duration}`;
  const limiter = held.rateLimiters.get(key) ?? new RateLimiterMemory({ points, duration });
  held.rateLimiters.set(key, limiter);
  return limiter;
}

/** Counts a request of a client against what it may do in a time. Throws a Problem (429) that says when to come again. */
export async function limitRate(request: Request, what: Rate): Promise<void> {
  const { points, seconds } = readRates()[what];
  try {
    await limiterOf(what, points, seconds).consume(clientOf(request));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const wait = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new Problem(429, `This was asked for more than ${points} times in ${seconds} seconds. Come again in ${wait} seconds.`, {
      'Retry-After': String(wait),
      // draft-ietf-httpapi-ratelimit-headers
      RateLimit: `"${what}";r=0;t=${wait}`,
      'RateLimit-Policy': `"${what}";q=${points};w=${seconds}`,
    });
  }
}

/**
 * A brake on guessing links. Called for what asks for a case; once too many asked-for cases were never there, nothing is
 * looked up for that client for a while. Throws a Problem (429).
 */
export async function refuseGuessing(request: Request): Promise<void> {
  const { points, seconds } = readRates()['unknown-case'];
  const counted = await limiterOf('unknown-case', points, seconds).get(clientOf(request));
  if (counted && counted.consumedPoints >= points) await limitRate(request, 'unknown-case');
}

/** Counts a case that was asked for and never was there. */
export async function countUnknownCase(request: Request): Promise<void> {
  const { points, seconds } = readRates()['unknown-case'];
  await limiterOf('unknown-case', points, seconds).penalty(clientOf(request));
}

/** The client's address as scripts/serve.mjs read it from the socket; of IPv6 its /64, which one customer has whole. */
function clientOf(request: Request): string {
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
