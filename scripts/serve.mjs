// Serves the production build: node scripts/serve.mjs PORT HOST. A server of our own around Next, since a route of Next
// is not told who asks: it sees X-Forwarded-For, which anybody can write.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import path from 'node:path';
import next from 'next';
import { log } from '../lib/log.mjs';
import { clientAddress, clientProtocol, proxiesFrom } from './client-address.mjs';
import { requestMetrics, serveMetrics } from './metrics.mjs';
import { openFront } from './open-front.mjs';
import { shedder, turns, watchLag } from './overload.mjs';
import { answerProbe } from './probes.mjs';
import { methodOf, routeOf } from './route-of.mjs';

const [port = '3000', hostname = '127.0.0.1'] = process.argv.slice(2);
const seconds = (name, usual) => (Number(process.env[name]) > 0 ? Number(process.env[name]) : usual) * 1000;
const proxies = proxiesFrom(process.env.TRUSTED_PROXIES ?? '');

const app = next({ dev: false, dir: path.resolve(import.meta.dirname, '..'), hostname, port: Number(port) });
await app.prepare();
const handle = app.getRequestHandler();

const lag = watchLag();
const shed = shedder(lag);
const counted = requestMetrics();
const inTurn = turns(lag, counted.shed);
/** Answers that are not sent yet. */
const open = new Set();
// Read by /api/ready, which runs in this process.
const state = (globalThis.serverState = { stopping: false });

/** Probes and files are many and tell nothing: they are logged only where all is asked for. */
const quiet = /^\/(?:_next|api\/(?:health|live|ready))$/;

/** Gives a request its id, and logs and counts it as it ends: nothing of its address but the pattern, nothing of its body. */
function watch(request, response) {
  const id = randomUUID();
  request.headers['x-request-id'] = id;
  response.setHeader('X-Request-Id', id);
  const [began, ended] = [performance.now(), counted.begin()];
  const [method, route] = [methodOf(request.method), routeOf(request.url)];
  open.add(response);
  response.once('close', () => {
    open.delete(response);
    const took = performance.now() - began;
    // 499: the client went before it was answered (nginx).
    const status = response.writableFinished ? response.statusCode : 499;
    ended(method, route, status, took);
    const level = status >= 500 && status !== 503 ? 'error' : quiet.test(route) ? 'debug' : 'info';
    log[level]({ request: id, method, route, status, ms: Math.round(took) }, 'answered');
  });
}

const server = createServer((request, response) => {
  watch(request, response);
  if (state.stopping) response.shouldKeepAlive = false;
  if (shed(request, response)) return counted.shed();
  request.headers['x-client-address'] = clientAddress(request, proxies);
  request.headers['x-client-protocol'] = clientProtocol(request, proxies);
  // RFC 6797, 7.2: told over TLS alone.
  if (request.headers['x-client-protocol'] === 'https') response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  if (answerProbe(request, response)) return;
  inTurn(request, response, () => void handle(request, response).catch(() => response.destroy()));
});
// A client that sends a byte a second, or nothing more at all, holds a connection no longer than this.
server.headersTimeout = seconds('HEADERS_SECONDS', 20);
server.requestTimeout = seconds('REQUEST_SECONDS', 120);
server.connectionsCheckingInterval = 1000;
// Longer than proxies keep an idle connection (nginx and AWS 60 s): who closes first must be the one that would send on it. A
// client that is silent holds one of maxConnections no longer.
server.keepAliveTimeout = seconds('KEEP_ALIVE_SECONDS', 65);
// Who is silent is cut there after headersTimeout, too.
const front = await openFront(server, { port, hostname, maxConnections: 2000 });
serveMetrics();

/**
 * Stops: says so at /api/ready, takes requests for DRAIN_SECONDS more, until who balances load has seen it, then takes no more,
 * and answers those that are under way for STOP_SECONDS at most.
 */
function stop(signal) {
  if (state.stopping) return process.exit(1);
  state.stopping = true;
  front.tell();
  log.info({ signal, underWay: open.size }, 'stopping');
  setTimeout(() => {
    for (const response of open) response.shouldKeepAlive = false;
    void front.close().then(() => process.exit(0));
    setTimeout(() => {
      log.warn({ underWay: open.size }, 'stopped before all was answered');
      process.exit(1);
    }, seconds('STOP_SECONDS', 30)).unref();
  }, seconds('DRAIN_SECONDS', 0));
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
