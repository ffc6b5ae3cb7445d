// Serves the production build: node scripts/serve.mjs PORT HOST. A server of our own around Next, since a route of Next
// is not told who asks: it sees X-Forwarded-For, which anybody can write.
import { createServer } from 'node:http';
import path from 'node:path';
import next from 'next';
import { clientAddress, proxiesFrom } from './client-address.mjs';

const [port = '3000', hostname = '127.0.0.1'] = process.argv.slice(2);
const seconds = (name, usual) => (Number(process.env[name]) > 0 ? Number(process.env[name]) : usual) * 1000;
const proxies = proxiesFrom(process.env.TRUSTED_PROXIES ?? '');

const app = next({ dev: false, dir: path.resolve(import.meta.dirname, '..'), hostname, port: Number(port) });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  request.headers['x-client-address'] = clientAddress(request, proxies);
  handle(request, response).catch(() => response.destroy());
});
// A client that sends a byte a second holds a connection, and no more than this long.
server.headersTimeout = seconds('HEADERS_SECONDS', 20);
server.requestTimeout = seconds('REQUEST_SECONDS', 120);
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
