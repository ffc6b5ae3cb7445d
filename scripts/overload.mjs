// Sheds load: a server that is behind answers new work at once that it is busy, and so stays able to answer at all.

/** So far behind, in milliseconds, a turn of the event loop may be before no more evidence is taken in. */
const mostLag = 120;
/** So many are worked on even then: a machine that is busy with other things must not send a lone visitor away. */
const fewest = 8;
/** So many requests are worked on at once; those that wait for a worker thread cost nothing meanwhile. */
const mostUnderWay = Number(process.env.MAX_REQUESTS) > 0 ? Number(process.env.MAX_REQUESTS) : 256;
const interval = 40;

/** So many pages and cases are made at once; a turn of the event loop lasts no longer than a piece of each. */
const mostReads = 8;
/** And so many where the server is behind: more would end no sooner, and everything else would wait for a piece of each. */
const fewestReads = 2;
/** So many wait for their turn; who comes then is sent away at once. */
const mostWaiting = 64;
/** So long one waits for its turn before it is sent away, in milliseconds. */
const patience = 4000;
/** A reader that takes its answer slowly holds its turn no longer than this. */
const longestTurn = 2000;

/** Whether the process lives must be seen also when it is busy, and files cost next to nothing. */
const exempt = /^\/(?:api\/(?:health|live|ready)(?:$|\?)|_next\/static\/)/;

const isRead = ({ method = '', url = '' }) => (method === 'GET' || method === 'HEAD') && !exempt.test(url);

/** Watches how far behind its time a turn of the event loop is, in milliseconds. */
export function watchLag() {
  let expected = performance.now() + interval;
  let lag = 0;
  setInterval(() => {
    const now = performance.now();
    lag = now - expected;
    expected = now + interval;
  }, interval).unref();
  return () => lag;
}

/**
 * A function that answers a request with 503 where the server has too much under way, or is behind and would take in evidence,
 * and tells whether it did. Pages and cases are asked for in turns, so a slow moment sends no reader away.
 */
export function shedder(lag) {
  let underWay = 0;
  return (request, response) => {
    if (exempt.test(request.url ?? '')) return false;
    if (underWay < fewest || ((lag() <= mostLag || isRead(request)) && underWay < mostUnderWay)) {
      underWay++;
      response.once('close', () => underWay--);
      return false;
    }
    refuse(response);
    return true;
  };
}

function refuse(response) {
  // Not all come again in the same second.
  const wait = 1 + Math.floor(Math.random() * 5);
  response.writeHead(503, { 'Content-Type': 'application/problem+json; charset=utf-8', 'Retry-After': String(wait), Connection: 'close', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify({ type: 'about:blank', title: 'Busy', status: 503, detail: `The server has more to do than it can. Nothing was kept; send the same again in ${wait} seconds.` }));
}

/**
 * A function that does the work of a request in its turn. What is sent in goes on at once: its work is done in other threads. Who
 * waited too long is answered 503, and `shed` is called.
 */
export function turns(lag, shed) {
  const waiting = new Set();
  let running = 0;
  const most = () => (lag() > mostLag ? fewestReads : mostReads);
  const sendAway = (response) => {
    refuse(response);
    shed();
  };
  const start = (response, work) => {
    running++;
    const leave = () => {
      clearTimeout(timer);
      response.off('close', leave);
      running--;
      for (const next of waiting) {
        if (running >= most()) break;
        next();
      }
    };
    const timer = setTimeout(leave, longestTurn);
    response.once('close', leave);
    work();
  };
  return (request, response, work) => {
    if (!isRead(request)) return work();
    if (running < most() && waiting.size === 0) return start(response, work);
    if (waiting.size >= mostWaiting) return sendAway(response);
    const end = () => {
      clearTimeout(timer);
      response.off('close', end);
      waiting.delete(go);
    };
    const go = () => {
      end();
      start(response, work);
    };
    const timer = setTimeout(() => {
      end();
      sendAway(response);
    }, patience);
    response.once('close', end);
    waiting.add(go);
  };
}
