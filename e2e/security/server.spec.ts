import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { expect, test } from '@playwright/test';
import { startServer } from '../../scripts/server.mjs';

const line = 'runc run failed: user namespaces enabled, but no uid mappings found\n';
const post = (url: string, body: string | object, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', headers: { 'Content-Type': typeof body === 'string' ? 'text/plain' : 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });

// In their order, on one server; one that fails does not keep the others from being tried.
test.describe.configure({ mode: 'default' });
let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => {
  server = await startServer({
    env: { CREATE_PER_HOUR: '8', UNKNOWN_PER_10_MINUTES: '6', HEADERS_SECONDS: '2', REQUEST_SECONDS: '3', NODE_ARGUMENTS: `--import=${path.join(import.meta.dirname, 'no-egress.mjs')}` },
  });
});
test.afterAll(() => server.stop());

const canary = 'canary-4f2e.invalid';
let id = '';

test.beforeAll(async () => {
  const config = JSON.stringify({ $schema: `https://${canary}/a`, ociVersion: '1.0.2', root: { path: `http://${canary}/b` }, annotations: { $ref: `https://${canary}/c` }, mounts: [{ destination: '/x', source: `//${canary}/share`, type: 'cifs' }], hooks: { prestart: [{ path: `/${canary}` }] } });
  const log = `docker pull ${canary}/image: Get https://${canary}/v2/: dial tcp: lookup ${canary}\n${line}`;
  const opened = await post(`${server.url}/api/cases`, { title: `https://${canary}`, note: `<img src=https://${canary}/x>`, files: [{ name: `https://${canary}/config.json`, content: config }, { name: 'run.log', content: log }] });
  expect(opened.status).toBe(201);
  ({ id } = (await opened.json()) as { id: string });
});

test('no address in the evidence is looked up or opened', async () => {
  expect((await fetch(`${server.url}/cases/${id}`)).status).toBe(200);
  expect(server.printed()).toContain('OUTWARD watched');
  expect(server.printed()).not.toContain(canary);
});

async function dump(): Promise<string> {
  const store = createClient({ url: `file:${path.join(server.data, 'cases.db')}` });
  const tables = await Promise.all(['Case', 'Attempt', 'StoredDocument', 'Creation'].map((table) => store.execute(`SELECT * FROM "${table}"`)));
  store.close();
  return JSON.stringify(tables.map(({ rows }) => rows));
}

test('reading changes nothing: every address by GET and HEAD, twice', async () => {
  const before = await dump();
  const addresses = ['/', '/cases', '/causes', `/cases/${id}`, ...['', '/report.json', '/report.md', '/report.sarif', '/documents/run.log', '/attempts', '/link', '/pass'].map((end) => `/api/cases/${id}${end}`), `/compare?a=${id}&b=${id}:1`, `/cases/${id}?lang=zh&attempt=1`, '/api/openapi.json', '/api/health', '/api/limits', '/api/causes'];
  for (let turn = 0; turn < 2; turn++) {
    for (const address of addresses) for (const method of ['GET', 'HEAD']) expect((await fetch(server.url + address, { method })).status, address).toBeLessThan(500);
  }
  expect(await dump()).toBe(before);
});

for (const address of ['/prisma/dev.db', '/cases.db', '/data/cases.db', '/cases.db-wal', '/.env', '/.git/config', '/%2e%2e/package.json', '/..%2fpackage.json', '/package.json', '/_next/../package.json', '/__nextjs_original-stack-frame', '/__nextjs_source-map', '/metrics', '/api/metrics', '/api/debug', '/_next/image?url=http://127.0.0.1/&w=64&q=75', '/_next/static/chunks/app.js.map']) {
  test(`there is nothing at ${address}`, async () => {
    const answer = await fetch(server.url + address);
    expect([400, 404]).toContain(answer.status);
    expect(await answer.text()).not.toMatch(/SQLite format|"dependencies"|DATABASE_URL/);
  });
}

test('methods and types that an address does not have, and doubled parameters', async () => {
  for (const method of ['PUT', 'PATCH', 'DELETE']) expect((await fetch(`${server.url}/api/diagnose`, { method })).status).toBe(405);
  expect((await post(`${server.url}/api/diagnose`, '{}', { 'Content-Type': 'application/xml' })).status).toBe(415);
  expect((await fetch(`${server.url}/api/cases/${id}/report.json?attempt=1&attempt=2`)).status).toBe(400);
  const trace = await raw(`TRACE /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  expect(trace).toMatch(/^HTTP\/1\.1 (?:4\d\d|500)/);
  expect(trace).not.toContain('TRACE /api/health');
});

test('an address to go on to that comes with a request is not followed', async () => {
  for (const address of ['/?next=//evil.invalid', `/cases/${id}?next=https://evil.invalid`, '//evil.invalid', `/api/cases/${id}/pass?next=//evil.invalid`]) {
    const answer = await fetch(server.url + address, { redirect: 'manual' });
    expect(answer.headers.get('location') ?? '').not.toContain('evil.invalid/');
    expect(answer.headers.get('location') ?? '').not.toMatch(/^(?:https?:)?\/\/evil/);
  }
});

test('health tells the state, and nothing of the machine or of cases', async () => {
  const body = (await (await fetch(`${server.url}/api/health`)).json()) as object;
  expect(body).toEqual({ status: 'ok', database: 'ok', retention: 'ok' });
});

test('no variable of the server stands in what browsers load', () => {
  const folder = path.resolve(import.meta.dirname, '../../.next/static');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:js|map)$/.test(name));
  expect(scripts.length).toBeGreaterThan(5);
  // A map without sources tells nothing.
  expect(scripts.filter((name) => name.endsWith('.map') && !/"sources":\s*\[\]/.test(readFileSync(path.join(folder, name), 'utf8')))).toEqual([]);
  const held = scripts.filter((name) => /DATA_DIR|TRUSTED_PROXIES|MAX_TOTAL_BYTES|manageTokenHash|userns-doctor-\w{6}\/cases\.db/.test(readFileSync(path.join(folder, name), 'utf8')));
  expect(held).toEqual([]);
});

test('a forged X-Forwarded-For gives no new tries', async () => {
  const statuses: number[] = [];
  for (let turn = 0; turn < 10; turn++) statuses.push((await post(`${server.url}/api/cases`, line, { 'X-Forwarded-For': `198.51.100.${turn}`, 'X-Client-Address': `203.0.113.${turn}`, 'X-Real-IP': `192.0.2.${turn}` })).status);
  expect(statuses.slice(0, 7)).toEqual(Array(7).fill(201));
  expect(statuses.slice(7)).toEqual([429, 429, 429]);
});

test('links that are tried one by one, as pages, by the API and to compare, are not answered any more after a few', async () => {
  const guesses = ['/cases/', '/api/cases/', '/compare?a='];
  const statuses: number[] = [];
  for (let turn = 0; turn < 8; turn++) statuses.push((await fetch(`${server.url}${guesses[turn % 3] ?? ''}${'A'.repeat(21)}${turn}`)).status);
  // A comparison says in its page that there is no such case.
  expect(statuses).toEqual([404, 404, 200, 404, 404, 200, 429, 429]);
  for (const address of [...guesses, '/compare?b=', '/%63ases/', '/%63ompare?a=']) {
    const page = await fetch(server.url + address + id);
    expect(page.status, address).toBe(address.includes('%63') ? 404 : 429);
    if (page.status === 429) expect(page.headers.get('retry-after'), address).toMatch(/^\d+$/);
  }
  expect((await fetch(`${server.url}/compare?a=${id}`)).headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('clients that send a byte a second are cut, and the server answers meanwhile', async () => {
  const began = Date.now();
  const slow = Promise.all(Array.from({ length: 100 }, (_, number) => dribble(number % 2 === 0 ? 'GET / HTTP/1.1\r\nX: ' : 'POST /api/diagnose HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n')));
  for (let asked = 0; asked < 5; asked++) expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  await slow;
  expect(Date.now() - began).toBeLessThan(30_000);
});

test('an idle connection outlives what a proxy keeps of it, while a slow head is cut', async () => {
  test.setTimeout(60_000);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<boolean>((resolve, reject) => {
      // Not a probe: the connection of one ends with its answer.
      const asked = get(`${server.url}/api/limits`, { agent }, (answer) => answer.resume().on('end', () => resolve(asked.reusedSocket))).on('error', reject);
    });
  expect(await ask()).toBe(false);
  // Longer than Node keeps one by itself (5 s), and than a head may take here (2 s).
  await new Promise((resolve) => setTimeout(resolve, 8000));
  expect(await ask()).toBe(true);
  agent.destroy();
  const began = Date.now();
  await dribble('GET /api/live HTTP/1.1\r\nHost: x\r\nX-Slow: ');
  expect(Date.now() - began).toBeLessThan(20_000);
});

test('what the server printed names no case, no client and nothing of the evidence', () => {
  expect(server.printed()).not.toContain(id);
  expect(server.printed()).not.toMatch(/canary-|uid mappings|198\.51\.100|203\.0\.113|\/cases\/[\w-]{22}/);
});

/** Sends the head and then a byte a second, until the server cuts the connection. */
function dribble(head: string): Promise<void> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(head));
    const timer = setInterval(() => socket.write('a'), 1000);
    socket.on('error', () => undefined).resume();
    socket.on('close', () => {
      clearInterval(timer);
      resolve();
    });
  });
}

function raw(request: string): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}
