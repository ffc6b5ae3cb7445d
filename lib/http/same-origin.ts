import { Problem } from './problem';

/**
 * Refuses what another site's page makes a browser send. Programs send neither header and are let through;
 * a reading request changes nothing.
 */
export function refuseOtherSites(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw new Problem(403, 'This request came from another site.');
  const origin = request.headers.get('origin');
  if (origin === null) return;
  if (hostOf(origin) !== request.headers.get('host')) throw new Problem(403, 'This request came from another site.');
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
