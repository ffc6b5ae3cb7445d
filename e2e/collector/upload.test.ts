import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collector } from './run-collector';

let home = '';
let url = '';
const received: { readonly request: IncomingMessage; readonly body: string }[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    received.push({ request, body });
    response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id: 'abc', url: `${url}/cases/abc`, manageToken: 'secret-word', report: { url: 'another' } }));
  });
});

beforeAll(async () => {
  home = mkdtempSync(path.join(os.tmpdir(), 'upload-'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(home, { recursive: true, force: true });
});

/** Runs the collector beside the server of this process. */
function run(...args: readonly string[]): Promise<{ readonly status: number | null; readonly printed: string }> {
  return new Promise((resolve) => {
    const child = spawn('sh', [collector, '--rootless', '-o', path.join(mkdtempSync(path.join(home, 'b-')), 'bundle.txt'), ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.on('close', (status) => { resolve({ status, printed }); });
    // A yes that nobody typed at a terminal is none.
    child.stdin.end('y\n');
  });
}

test('nothing is sent without --upload, nor without a yes', async () => {
  const unasked = await run();
  const unanswered = await run('--upload', url);
  expect([unasked.status, unanswered.status]).toEqual([0, 0]);
  expect(unasked.printed).toContain('Nothing was sent');
  expect(unanswered.printed).toContain('Nothing was sent');
  expect(received).toHaveLength(0);
});

test('with --yes the bundle is sent, and the link of the case is printed', async () => {
  const { status, printed } = await run('--upload', `${url}/`, '--yes');
  expect(status).toBe(0);
  expect(printed).toContain(`The case: ${url}/cases/abc\n`);
  expect(received[0]?.request.url).toBe('/api/cases');
  expect(received[0]?.body).toContain('# uname -srm'.slice(2));
});

test.each(['ftp://example.org', 'example.org', '--yes'])('an address like %s is refused', async (address) => {
  expect((await run('--upload', address, '--yes')).status).not.toBe(0);
});
