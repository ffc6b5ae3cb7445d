import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { openFront } from './open-front.mjs';
import { freePort } from './server.mjs';

type Front = Awaited<ReturnType<typeof openFront>>;
let front: Front | undefined;
const held = globalThis as { probes?: ReadonlyMap<string, () => Promise<{ status: number; body: object }>> };
afterEach(async () => {
  await front?.close();
  front = undefined;
  delete held.probes;
});

/** Serves behind a front of its own; the URL. */
async function serve(server: Server): Promise<string> {
  server.headersTimeout = 1000;
  front = await openFront(server, { port: 0, hostname: '127.0.0.1', maxConnections: 100 });
  return `http://127.0.0.1:${front.port}`;
}

/** Answers with what it was told: who asked, and a hash of the body. */
const mirror = () =>
  createServer({ connectionsCheckingInterval: 100 }, (request, response) => {
    const hash = createHash('sha256');
    request.on('data', (piece: Buffer) => hash.update(piece)).on('end', () => response.end(`${request.method} ${request.url} ${request.socket.remoteAddress} ${hash.digest('hex')}`));
  });
const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** Sends bytes, half-closes where `ends`, and gives all that comes back. */
async function talk(url: string, pieces: readonly string[], ends = false): Promise<string> {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true });
  let told = '';
  socket.on('data', (piece: Buffer) => (told += piece.toString())).on('error', () => undefined).on('end', () => socket.destroy());
  const closed = once(socket, 'close');
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (ends) socket.end();
  await closed;
  return told;
}

test('what is no probe reaches the server whole, with the address of its client, and is asked for again on the same connection', async () => {
  const url = await serve(mirror());
  const body = new Uint8Array(8 * 1024 * 1024).map((_, index) => (index * 7919) % 251);
  for (const turn of [1, 2]) expect(await (await fetch(`${url}/${turn}`, { method: 'POST', body })).text()).toBe(`POST /${turn} 127.0.0.1 ${hashOf(body)}`);
  expect(await talk(url, ['GE', 'T /api/hea', 'lth HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'])).toContain(`GET /api/health 127.0.0.1 ${hashOf('')}`);
  expect(await talk(url, ['GET / HTTP/1.0\r\n\r\n'], true)).toContain(`GET / 127.0.0.1 ${hashOf('')}`);
});

test('who knocks before it listens is let in after Node watches connections, also where the server was busy meanwhile', async () => {
  const port = await freePort();
  const server = mirror();
  const seen: string[] = [];
  for (const event of ['listening', 'connection']) server.on(event, () => void seen.push(event));
  const knock = `const knock = () => require('node:net').connect(${port}, '127.0.0.1').on('error', () => {}).on('close', () => setTimeout(knock, 5)).resume().end('GET / HTTP/1.0\\r\\n\\r\\n'); knock();`;
  const knocking = spawn(process.execPath, ['-e', knock], { stdio: 'ignore' });
  const opened = openFront(server, { port, hostname: '127.0.0.1', maxConnections: 100 });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
  front = await opened;
  await expect.poll(() => seen.length).toBeGreaterThan(1);
  knocking.kill();
  expect(seen[0]).toBe('listening');
});

test('a probe is answered with what the server told last while it does something else, and with 503 where it hangs', async () => {
  held.probes = new Map([['/api/live', () => Promise.resolve({ status: 200, body: { status: 'ok' } })]]);
  const url = await serve(mirror());
  await expect.poll(() => fetch(`${url}/api/live`).then((answer) => answer.text())).toBe('{"status":"ok"}');
  expect((await talk(url, ['HEAD /api/live HTT', 'P/1.1\r\nHost: x\r\n', '\r\n'])).split('\r\n')).toEqual(expect.arrayContaining(['HTTP/1.1 200 OK', 'Content-Length: 15', '']));
  const asks = `process.stdout.write('begun');
    const seen = [];
    for (const end = Date.now() + 6500; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
      const began = Date.now();
      const answer = await fetch('${url}/api/live');
      seen.push({ status: answer.status, text: await answer.text(), took: Date.now() - began });
    }
    process.stderr.write(JSON.stringify(seen));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', asks], { stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = text(child.stderr);
  await once(child.stdout, 'data');
  // This thread, which is the server's, hangs.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 8000);
  const answers = JSON.parse(await printed) as { status: number; text: string; took: number }[];
  expect(answers[0]).toMatchObject({ status: 200, text: '{"status":"ok"}' });
  expect(answers.at(-1)).toMatchObject({ status: 503, text: '{"status":"not responding"}' });
  expect(Math.max(...answers.map(({ took }) => took)), 'no answer waits for the server').toBeLessThan(3000);
}, 40_000);

test('who does not say what he wants, or says it too slowly, is cut: before the server has the connection, and after', async () => {
  held.probes = new Map([['/api/live', () => Promise.resolve({ status: 200, body: { status: 'ok' } })]]);
  const url = await serve(mirror());
  await expect.poll(() => fetch(`${url}/api/live`).then((answer) => answer.text())).toBe('{"status":"ok"}');
  expect(await talk(url, [])).toBe('');
  expect(await talk(url, ['GET /api/li'])).toBe('');
  expect(await talk(url, ['GET /api/live HTTP/1.1\r\nX-A: '])).toBe('');
  expect(await talk(url, ['POST / HTTP/1.1\r\nX-A: '])).toContain('408 Request Timeout');
});

test('closing answers what is under way, and takes nothing new', async () => {
  let answer = () => {};
  const url = await serve(createServer((_, response) => {
    response.shouldKeepAlive = false;
    answer = () => void response.end('at last');
  }));
  const asked = fetch(url).then((one) => one.text());
  await expect.poll(() => String(answer)).toContain('response');
  let closed = false;
  const closing = front?.close().then(() => (closed = true));
  front = undefined;
  await expect.poll(() => fetch(`${url}/new`).then(() => 'answered', () => 'refused')).toBe('refused');
  expect(closed).toBe(false);
  answer();
  expect(await asked).toBe('at last');
  await closing;
});

test('an address that another has is told', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  await expect(openFront(mirror(), { port, hostname: '127.0.0.1', maxConnections: 100 })).rejects.toThrow(/EADDRINUSE/);
  taken.close();
});

/** A server in a process of its own, and how to ask it. */
async function apart() {
  const program = `import { createServer } from 'node:http';
    import { openFront } from ${JSON.stringify(path.join(import.meta.dirname, 'open-front.mjs'))};
    const { port } = await openFront(createServer((_, response) => response.end('here')), { port: 0, hostname: '127.0.0.1', maxConnections: 100 });
    console.log(port);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LOG_LEVEL: 'silent' } });
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ask: () => fetch(`http://127.0.0.1:${printed.toString().trim()}`).then((answer) => answer.text(), () => 'refused') };
}

test('nobody listens any more once the server was killed', async () => {
  const { child, ask } = await apart();
  expect(await ask()).toBe('here');
  child.kill('SIGKILL');
  await expect.poll(ask, { timeout: 10_000 }).toBe('refused');
});

test.skipIf(process.platform !== 'linux')('a server ends with status 1 once nobody can connect any more', async () => {
  const { child } = await apart();
  const ended = once(child, 'exit');
  process.kill(Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ')[0]), 'SIGKILL');
  expect(await ended).toEqual([1, null]);
});
