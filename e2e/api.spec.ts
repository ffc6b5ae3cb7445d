import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { expect, test } from '@playwright/test';
import { report } from '../lib/contract/schemas';
import { causeIds } from '../lib/diagnosis/cause-ids';
import { story } from './story';

const line = 'runc run failed: user namespaces enabled, but no uid mappings found\n';
const files = story.relative.map(({ name, buffer }) => ({ name, content: buffer.toString() }));

test.afterEach(async ({ request }) => {
  expect(((await (await request.get('/api/health')).json()) as { status: string }).status, 'the process goes on').toBe('ok');
});

test('a diagnosis in each form of request is the same', async ({ request }) => {
  const multipart = await request.post('/api/diagnose', { multipart: { files: story.relative[1] ?? '' } });
  const json = await request.post('/api/diagnose', { data: { files: files.slice(1) } });
  const text = await request.post('/api/diagnose', { headers: { 'Content-Type': 'text/plain' }, data: files[1]?.content ?? '' });
  for (const response of [multipart, json, text]) {
    expect(response.status()).toBe(200);
    expect(report.safeParse(await response.json()).error).toBeUndefined();
  }
  expect((await multipart.body()).toString()).toBe((await json.body()).toString());
});

test('a case: opened, read, exported', { tag: '@store' }, async ({ request }) => {
  const created = await request.post('/api/cases', { data: { files, title: 'web', note: 'seen on node 3', expiresIn: 3600 } });
  expect(created.status()).toBe(201);
  const { id, url, manageToken } = (await created.json()) as Record<string, string>;
  expect(created.headers().location).toBe(`/cases/${id}`);
  expect(url).toMatch(new RegExp(`/cases/${id}$`));
  const read = await request.get(`/api/cases/${id}`);
  const body = await read.text();
  expect(body).not.toContain(manageToken);
  expect(JSON.parse(body)).toMatchObject({ id, title: 'web', status: 'open', attempts: [{ number: 1 }] });
  expect(read.headers()['cache-control']).toContain('no-store');
  expect(report.safeParse(await (await request.get(`/api/cases/${id}/report.json`)).json()).success).toBe(true);
  expect(await (await request.get(`/api/cases/${id}/report.md`)).text()).toContain('### Root cause');
  const document = await request.get(`/api/cases/${id}/documents/output.txt`);
  expect(await document.text()).toBe(files[1]?.content);
  expect(document.headers()).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
  expect(document.headers()['content-disposition']).toMatch(/^attachment; filename="case-[\w-]{6}-output\.txt"$/);
  expect((await request.get(`/api/cases/${id}/report.json?attempt=2`)).status()).toBe(404);
  expect((await request.get(`/api/cases/${id}/report.json?attempt=1&attempt=2`)).status()).toBe(400);
});

test('a case that has expired is gone: 410 for its page and its exports', async ({ request, page }) => {
  const { id } = (await (await request.post('/api/cases', { data: { files } })).json()) as { id: string };
  const store = createClient({ url: `file:${path.join(process.env.DATA_DIR ?? '', 'cases.db')}` });
  await store.execute({ sql: 'UPDATE "Case" SET "expiresAt" = "createdAt" WHERE "id" = ?', args: [id] });
  store.close();
  for (const address of ['', '/report.json', '/report.md', '/report.sarif', '/documents/output.txt']) {
    const answer = await request.get(`/api/cases/${id}${address}`);
    expect(answer.status(), await answer.text()).toBe(410);
  }
  const beside = (await (await request.post('/api/cases', { data: { files } })).json()) as { id: string };
  expect(await (await request.get(`/compare?a=${beside.id}&b=${id}`)).text()).not.toContain(`/cases/${id}`);
  expect((await page.goto(`/cases/${id}`))?.status()).toBe(410);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This case was deleted or has expired');
});

test('what is stored is masked', async ({ request }) => {
  const secret = 'canary-7f3a9b';
  const content = `{"ociVersion": "1.0.2", "process": {"env": ["DB_PASSWORD=${secret}", "TERM=xterm"]}}`;
  const created = await request.post('/api/cases', { data: { files: [{ name: 'config.json', content }] } });
  expect(await created.text()).not.toContain(secret);
  const { id } = (await created.json()) as { id: string };
  expect(await (await request.get(`/api/cases/${id}/documents/config.json`)).text()).toBe(content.replace(secret, '⟦env#1⟧'));
});

test('the reference lists every cause', async ({ request }) => {
  const { causes } = (await (await request.get('/api/causes')).json()) as { causes: { id: string }[] };
  expect(causes.map(({ id }) => id)).toEqual([...causeIds]);
  expect((await request.get('/api/causes/nothing')).status()).toBe(404);
  expect(await (await request.get(`/api/causes/${causeIds[0] ?? ''}`)).json()).toMatchObject({ id: causeIds[0] });
});

/** Bad input: what is sent, the status, and a word that says what to do. */
const bad: readonly (readonly [title: string, send: { headers?: Record<string, string>; data?: string | Buffer | object }, status: number, word: RegExp])[] = [
  ['nothing sent', { headers: { 'Content-Type': 'text/plain' }, data: '' }, 422, /nothing was sent/i],
  ['an empty file', { data: { files: [{ name: 'run.log', content: '' }] } }, 422, /empty/],
  ['a binary file', { headers: { 'Content-Type': 'text/plain' }, data: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]) }, 422, /binary/],
  ['21 files', { data: { files: Array.from({ length: 21 }, () => ({ content: 'x' })) } }, 413, /21 documents/],
  ['broken JSON as the request', { headers: { 'Content-Type': 'application/json' }, data: Buffer.from('{"files": [') }, 400, /not valid JSON/],
  ['an unknown member', { data: { files: [], where: { id: { not: '' } } } }, 400, /does not fit/],
  ['an unknown content type', { headers: { 'Content-Type': 'image/png' }, data: Buffer.from('x') }, 415, /multipart/],
  ['an unknown encoding', { headers: { 'Content-Type': 'text/plain', 'Content-Encoding': 'br' }, data: Buffer.from('x') }, 415, /gzip/],
  ['multipart without a boundary', { headers: { 'Content-Type': 'multipart/form-data' }, data: Buffer.from('x') }, 400, /boundary/],
  ['a private key alone', { data: { files: [{ name: 'id', content: '-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n' }] } }, 422, /private key/],
];
for (const [title, send, status, word] of bad) {
  test(`bad input: ${title}`, async ({ request }) => {
    const response = await request.post('/api/diagnose', send);
    expect(response.status()).toBe(status);
    expect(response.headers()['content-type']).toContain('application/problem+json');
    const problem = (await response.json()) as { status: number; detail: string };
    expect(problem.status).toBe(status);
    expect(problem.detail).toMatch(word);
  });
}

test('bad input: too much, told by its length before it is read', async ({ request }) => {
  const response = await request.post('/api/diagnose', { headers: { 'Content-Type': 'text/plain' }, data: Buffer.alloc(33 * 1024 * 1024, 97) });
  expect(response.status()).toBe(413);
});

test('bad input: 200 MiB in chunks without a length are cut by counted bytes', async ({ baseURL }) => {
  const { status, sent } = await sendChunked(`${baseURL ?? ''}/api/diagnose`, 200);
  expect(status).toBe(413);
  expect(sent).toBeLessThan(200 * 1024 * 1024);
});

/** Sends up to so many mebibytes until the server answers. */
function sendChunked(url: string, mebibytes: number): Promise<{ status: number; sent: number }> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    let answered = false;
    const outgoing = httpRequest(url, { method: 'POST', headers: { 'Content-Type': 'text/plain' } }, (response) => {
      answered = true;
      response.resume();
      resolve({ status: response.statusCode ?? 0, sent });
      outgoing.destroy();
    });
    outgoing.on('error', (error) => (answered ? undefined : reject(error)));
    const chunk = Buffer.alloc(1024 * 1024, 97);
    const push = () => {
      if (answered) return;
      if (sent >= mebibytes * chunk.length) {
        outgoing.end();
        return;
      }
      sent += chunk.length;
      outgoing.write(chunk, () => setImmediate(push));
    };
    push();
  });
}

test('bad input: the rest is diagnosed where one file is refused', async ({ request }) => {
  const credentials = { name: 'config.json', content: '{"auths": {"registry.example": {"auth": "c2VjcmV0"}}}' };
  const response = await request.post('/api/diagnose', { data: { files: [credentials, { name: 'run.log', content: line }] } });
  const body = (await response.json()) as { documents: { name: string; refused?: string }[]; findings: { cause: string }[] };
  expect(body.documents[0]?.refused).toContain('Docker credentials');
  expect(body.findings[0]?.cause).toBe('userns-without-mappings');
});

test('bad input: UTF-16 and a byte order mark', async ({ request }) => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(line, 'utf16le')]);
  const response = await request.post('/api/diagnose', { headers: { 'Content-Type': 'text/plain' }, data: utf16 });
  expect(await response.json()).toMatchObject({ findings: [{ cause: 'userns-without-mappings' }] });
  const marked = await request.post('/api/diagnose', { data: { files: [{ name: 'config.json', content: `\uFEFF${files[0]?.content ?? ''}` }] } });
  expect(await marked.json()).toMatchObject({ findings: [{ cause: 'config-invalid' }] });
});

test('bad input: 100,000 brackets, __proto__ keys, wrong types', async ({ request }) => {
  const contents = ['['.repeat(100_000), '{"a":'.repeat(100_000), '{"__proto__": {"polluted": 1}, "ociVersion": "1", "linux": [], "mounts": "x", "process": {"args": {}}, "root": {}}'];
  for (const content of contents) {
    const response = await request.post('/api/diagnose', { data: { files: [{ name: 'config.json', content }] } });
    expect(response.status()).toBe(200);
  }
});

test('unknown ids, addresses and methods', async ({ request }) => {
  for (const id of ['aaaaaaaaaaaaaaaaaaaaaa', 'short', '..%2f..']) expect((await request.get(`/api/cases/${id}`)).status()).toBe(404);
  expect((await request.get('/api/nothing')).status()).toBe(404);
  const wrong = await request.get('/api/diagnose');
  expect(wrong.status()).toBe(405);
  expect(wrong.headers().allow).toBe('POST');
  expect((await request.put('/api/causes')).status()).toBe(405);
});

test('what another site makes a browser send is refused', async ({ request }) => {
  const sent = { data: { files: [{ content: line }] } };
  expect((await request.post('/api/cases', { ...sent, headers: { Origin: 'https://elsewhere.example' } })).status()).toBe(403);
  expect((await request.post('/api/cases', { ...sent, headers: { 'Sec-Fetch-Site': 'cross-site' } })).status()).toBe(403);
});
