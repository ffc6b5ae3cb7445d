import { probeHeaders } from './api-headers.mjs';

/**
 * Answers a request that asks how the server is, and tells whether it did: one on a connection that served something else before,
 * which the front (front.mjs) does not see. It waits for no page.
 */
export function answerProbe({ method = '', url = '' }, response) {
  // Of lib/http/probes.ts, once Next has started; what else is asked of these addresses, by other methods say, is a matter of their routes.
  const probe = method === 'GET' ? globalThis.probes?.get(url) : undefined;
  if (!probe) return false;
  void probe().then(({ status, body }) => {
    response.writeHead(status, probeHeaders);
    response.end(JSON.stringify(body));
  });
  return true;
}
