// Metrics for Prometheus, on a port of their own: METRICS_PORT, none by default; METRICS_HOST is loopback by default. No
// label holds an id, a name or an address.
import { createServer } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, register } from 'prom-client';

/** Upper bounds of a request's time, in seconds: a page, a diagnosis, the limit of a diagnosis, what is refused before it. */
const buckets = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 60];

/** Counts requests: gives what to call as one begins, which gives what to call as it ends. */
export function requestMetrics() {
  const seconds = new Histogram({ name: 'http_request_duration_seconds', help: 'Time until an answer was sent, in seconds.', labelNames: ['method', 'route', 'status'], buckets });
  const underWay = new Gauge({ name: 'http_requests_in_flight', help: 'Requests that are worked on.' });
  const shed = new Counter({ name: 'http_requests_shed_total', help: 'Requests that were answered 503 because the server was behind.' });
  return {
    shed: () => shed.inc(),
    begin() {
      underWay.inc();
      return (method, route, status, took) => {
        underWay.dec();
        seconds.observe({ method, route, status: String(status) }, took / 1000);
      };
    },
  };
}

/** Serves /metrics where a port is set; gives the server, which stops with the process. */
export function serveMetrics() {
  const port = Number(process.env.METRICS_PORT);
  if (!Number.isInteger(port) || port <= 0) return undefined;
  collectDefaultMetrics();
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': register.contentType, 'Cache-Control': 'no-store' }).end(await register.metrics());
  });
  return server.listen(port, process.env.METRICS_HOST ?? '127.0.0.1');
}
