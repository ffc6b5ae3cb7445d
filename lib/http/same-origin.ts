import { Problem } from './problem';
import { says } from './problem-words';

/**
 * Refuses what another site's page makes a browser send. Programs send neither header and are let through;
 * a reading request changes nothing.
 */
export function refuseOtherSites(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers.get('sec-fetch-site');
  // A form of our own has the origin `null`, for its page sends no referrer; the browser's own word goes first.
  if (site === 'same-origin' || site === 'none') return;
  if (site !== null) throw new Problem(403, says('otherSite'));
  const origin = request.headers.get('origin');
  if (origin === null) return;
  if (hostOf(origin) !== request.headers.get('host')) throw new Problem(403, says('otherSite'));
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
