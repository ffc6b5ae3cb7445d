// Serves the production build: node scripts/serve.mjs PORT HOST. A server of our own around Next, since a route of Next
// is not told who asks: it sees X-Forwarded-For, which anybody can write.
import { createServer } from 'node:http';
import path from 'node:path';
import next from 'next';
import { clientAddress, clientProtocol, proxiesFrom } from './client-address.mjs';
import { shedder } from './overload.mjs';

const [port = '3000', hostname = '127.0.0.1'] = process.argv.slice(2);
const seconds = (name, usual) => (Number(process.env[name]) > 0 ? Number(process.env[name]) : usual) * 1000;
const proxies = proxiesFrom(process.env.TRUSTED_PROXIES ?? '');

const app = next({ dev: false, dir: path.resolve(import.meta.dirname, '..'), hostname, port: Number(port) });
await app.prepare();
const handle = app.getRequestHandler();

const shed = shedder();
const server = createServer((request, response) => {
  if (shed(request, response)) return;
  request.headers['x-client-address'] = clientAddress(request, proxies);
  request.headers['x-client-protocol'] = clientProtocol(request, proxies);
  // RFC 6797, 7.2: told over TLS alone.
  if (request.headers['x-client-protocol'] === 'https') response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  handle(request, response).catch(() => response.destroy());
});
// A client that sends a byte a second, or nothing more at all, holds a connection no longer than this.
server.headersTimeout = seconds('HEADERS_SECONDS', 20);
server.requestTimeout = seconds('REQUEST_SECONDS', 120);
server.connectionsCheckingInterval = 1000;
server.keepAliveTimeout = 5000;
server.maxConnections = 2000;
server.listen(Number(port), hostname);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    // Requests under way are answered; connections that idle, or go on for too long, are closed.
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5000).unref();
  });
}
