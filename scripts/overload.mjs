// Sheds load: a server that is behind answers new work at once that it is busy, and so stays able to answer at all.

/** So far behind, in milliseconds, a turn of the event loop may be before new work is refused. */
const mostLag = 120;
/** So many are worked on even then: a machine that is busy with other things must not send a lone visitor away. */
const fewest = 8;
/** So many requests are worked on at once; those that wait for a worker thread cost nothing meanwhile. */
const mostUnderWay = Number(process.env.MAX_REQUESTS) > 0 ? Number(process.env.MAX_REQUESTS) : 256;
const interval = 40;

/** Whether the process lives must be seen also when it is busy, and files cost next to nothing. */
const exempt = /^\/(?:api\/(?:health|live|ready)(?:$|\?)|_next\/static\/)/;

/** A function that answers a request with 503 where the server is behind, and tells whether it did. */
export function shedder() {
  let expected = performance.now() + interval;
  let lag = 0;
  let underWay = 0;
  setInterval(() => {
    const now = performance.now();
    lag = now - expected;
    expected = now + interval;
  }, interval).unref();
  return (request, response) => {
    if (exempt.test(request.url ?? '')) return false;
    if (underWay < fewest || (lag <= mostLag && underWay < mostUnderWay)) {
      underWay++;
      response.once('close', () => underWay--);
      return false;
    }
    // Not all come again in the same second.
    const wait = 1 + Math.floor(Math.random() * 5);
    response.writeHead(503, { 'Content-Type': 'application/problem+json; charset=utf-8', 'Retry-After': String(wait), Connection: 'close', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify({ type: 'about:blank', title: 'Busy', status: 503, detail: `The server has more to do than it can. Nothing was kept; send the same again in ${wait} seconds.` }));
    return true;
  };
}
