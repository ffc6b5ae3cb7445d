import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { log } from '../lib/log.mjs';

/** So often, in milliseconds, the front is told how the server is. */
const interval = 200;

/**
 * Listens for an HTTP server that does not listen itself, through scripts/front.mjs. Gives the port, how to tell the front at once
 * what `globalThis.probes` say, as it is told by the interval, and `close`, which takes no more connections and ends when the last
 * one is closed. Throws where the address cannot be had.
 */
export async function openFront(server, { port, hostname, maxConnections }) {
  const front = fork(path.join(import.meta.dirname, 'front.mjs'), [port, hostname, server.headersTimeout, maxConnections].map(String), { execArgv: [] });
  const sockets = new Set();
  const asked = new Set();
  let closing = false;

  const tell = () => {
    for (const [address, probe] of globalThis.probes ?? []) {
      // A database that does not answer is asked once.
      if (asked.has(address)) continue;
      asked.add(address);
      void probe().then(({ status, body }) => {
        asked.delete(address);
        if (front.connected) front.send({ probe: { address, status, body } });
      });
    }
  };
  const take = (socket, bytes) => {
    if (sockets.size >= maxConnections) return socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // As with sockets that a server accepts itself: who has sent all may still read.
    socket.allowHalfOpen = true;
    socket.unshift(bytes);
    server.emit('connection', socket);
  };
  const listens = new Promise((resolve, reject) => {
    front.on('message', ({ failed, port: listened, bytes, stopped }, socket) => {
      if (failed) reject(new Error(failed));
      if (listened) {
        // From here on Node watches how long headers and requests take, and which connections are idle; it would know nothing of one that was taken before.
        server.emit('listening');
        resolve(listened);
      }
      // A client may be gone before its connection arrives.
      if (socket) take(socket, Buffer.from(bytes, 'base64'));
      if (stopped) front.disconnect();
    });
  });
  front.on('exit', (code, signal) => {
    if (closing) return;
    // Nobody can connect any more. An error would not do: Next catches what nobody catches.
    log.fatal({ ended: code ?? signal }, 'the process that accepts connections ended');
    process.exit(1);
  });

  const listened = await listens;
  setInterval(tell, interval).unref();
  tell();
  return {
    port: listened,
    tell,
    async close() {
      closing = true;
      server.closeIdleConnections();
      front.send({ stop: true });
      await once(front, 'exit');
      server.closeIdleConnections();
      await Promise.all([...sockets].map((socket) => once(socket, 'close')));
    },
  };
}
