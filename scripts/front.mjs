// Accepts the connections of scripts/serve.mjs, which starts it, in a process of its own that no page and no diagnosis holds up.
// It answers who asks how the server is, with what the server told last, and hands every other connection over as it is.
import { createServer } from 'node:net';
import { probeHeaders } from './api-headers.mjs';

/** What the server told so long ago, in milliseconds, is not true any more: it hangs. */
const oldest = 5000;
/** A request to a probe has no more bytes than this before it is the server's to refuse it. */
const longest = 8192;

const [port, hostname, headersTimeout, maxConnections] = process.argv.slice(2);
/** By address: what the server told, and when. */
const told = new Map();
/** Connections that have not said what they want. */
const undecided = new Set();

/** The bytes of an answer; the connection ends with it, so that none stays here. */
function answer(method, { status, body }) {
  const text = JSON.stringify(body);
  const headers = { ...probeHeaders, 'Content-Length': Buffer.byteLength(text), Date: new Date().toUTCString(), Connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${status === 200 ? 'OK' : 'Service Unavailable'}\r\n${lines.join('')}\r\n${method === 'HEAD' ? '' : text}`;
}

/** What is to be done with a connection that began so: wait for more, give it an answer, or hand it over. */
function decide(bytes) {
  const text = bytes.toString('latin1');
  for (const [address, last] of told) {
    for (const method of ['GET', 'HEAD']) {
      const line = `${method} ${address} HTTP/1.1\r\n`;
      if (!line.startsWith(text.slice(0, line.length)) || text.length > longest) continue;
      if (text.length < line.length || !text.includes('\r\n\r\n')) return 'wait';
      return answer(method, performance.now() - last.at <= oldest ? last : { status: 503, body: { status: 'not responding' } });
    }
  }
  return 'hand over';
}

// Without a buffer nothing is read but what is asked for: what comes after the first bytes is left for the server to read.
const server = createServer({ highWaterMark: 0, allowHalfOpen: true, noDelay: true }, (socket) => {
  let bytes = Buffer.alloc(0);
  const timer = setTimeout(() => socket.destroy(), Number(headersTimeout));
  undecided.add(socket);
  const leave = () => {
    clearTimeout(timer);
    undecided.delete(socket);
  };
  const read = () => {
    const piece = socket.read();
    if (piece === null) return;
    bytes = Buffer.concat([bytes, piece]);
    const what = decide(bytes);
    // What is not asked for does not come.
    if (what === 'wait') return void socket.read(0);
    socket.off('readable', read);
    // Reads on to the end, which the client's closing is.
    if (what !== 'hand over') return void socket.resume().end(what);
    leave();
    socket.off('end', end);
    process.send({ bytes: bytes.toString('base64') }, socket);
  };
  const end = () => socket.destroy();
  socket.on('readable', read).on('end', end).on('error', end).on('close', leave);
});
server.maxConnections = Number(maxConnections);
server.on('error', ({ message }) => process.send({ failed: message }));
server.listen(Number(port), hostname, () => process.send({ port: server.address().port }));

process.on('message', ({ probe, stop }) => {
  if (probe) told.set(probe.address, { ...probe, at: performance.now() });
  if (!stop) return;
  server.close();
  for (const socket of undecided) socket.destroy();
  // Comes after the connections that are on their way.
  process.send({ stopped: true });
});
// It ends with the server, however that ends, and at once: the address must be free for the next one, and Node may hang in its own
// exit where the machine is busy (nodejs/node#54918).
const end = () => process.kill(process.pid, 'SIGKILL');
process.on('disconnect', end);
setInterval(() => process.connected || end(), 1000);
// A signal that both get is the server's to obey.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
