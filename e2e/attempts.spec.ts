import { expect, test, type APIRequestContext } from '@playwright/test';
import { report } from '../lib/contract/schemas';
import { bundleConfig } from '../lib/diagnosis/testing/bundle-config';
import { story, type Upload } from './story';

interface Opened {
  readonly id: string;
  readonly manageToken: string;
}
interface Attempt {
  readonly number: number;
  readonly report: { readonly verdict: string; readonly documents: readonly { readonly name: string }[]; readonly findings: readonly { readonly cause: string }[] };
  readonly resolved: readonly string[];
  readonly remaining: readonly string[];
  readonly appeared: readonly string[];
}

const filesOf = (uploads: readonly Upload[]) => uploads.map(({ name, buffer }) => ({ name, content: buffer.toString() }));
const open = async (request: APIRequestContext, uploads: readonly Upload[]) => (await (await request.post('/api/cases', { data: { files: filesOf(uploads) } })).json()) as Opened;
const add = (request: APIRequestContext, id: string, data: object) => request.post(`/api/cases/${id}/attempts`, { data });
const started = { name: 'output.txt', content: 'root@node1:/mycontainer# ctr run --config config.json mycontainer\nstarted\n' };

test('after a fix the config is carried over mended, and old logs are dropped', async ({ request }) => {
  const { id } = await open(request, story.relative);
  const response = await add(request, id, { after: 'fix', files: [started] });
  expect(response.status()).toBe(201);
  const attempt = (await response.json()) as Attempt;
  expect(report.safeParse(attempt.report).error).toBeUndefined();
  expect(attempt).toMatchObject({ number: 2, resolved: ['rootfs-path-relative'], remaining: [], appeared: [], report: { verdict: 'healthy', started: true } });
  expect(attempt.report.documents.map(({ name }) => name)).toEqual(['config.json', 'output.txt']);
  expect(await (await request.get(`/api/cases/${id}/documents/config.json`)).text()).toBe(bundleConfig());
  // The first attempt stays as it was.
  expect(await (await request.get(`/api/cases/${id}/documents/config.json?attempt=1`)).text()).toContain('"path": "rootfs"');
  expect(await (await request.get(`/api/cases/${id}/report.json?attempt=1`)).json()).toMatchObject({ verdict: 'diagnosed' });
  expect(await (await request.get(`/api/cases/${id}/report.md`)).text()).not.toContain('Root cause');
  const read = (await (await request.get(`/api/cases/${id}`)).json()) as { attempts: unknown[] };
  expect(read.attempts).toMatchObject([{ number: 1, after: 'first' }, { number: 2, after: 'fix' }]);
});

test('a new config takes the place of the one carried over', async ({ request }) => {
  const { id } = await open(request, story.relative);
  const [config, , listing] = filesOf(story.closed);
  const attempt = (await (await add(request, id, { after: 'fix', files: [config, { name: 'output.txt', content: story.closed[1]?.buffer.toString() }, listing] })).json()) as Attempt;
  expect(attempt).toMatchObject({ resolved: ['rootfs-path-relative'], appeared: ['rootfs-parent-not-traversable'] });
  expect(attempt.report.documents.map(({ name }) => name)).toEqual(['config.json', 'output.txt', 'ls.txt']);
});

test('evidence joins what is there: a suspect becomes certain, and a second document of one name gets a number', async ({ request }) => {
  const { id } = await open(request, story.closed.slice(0, 2));
  const [config, , listing] = filesOf(story.closed);
  const attempt = (await (await add(request, id, { after: 'evidence', files: [{ name: 'output.txt', content: listing?.content }, config] })).json()) as Attempt;
  // The config is the same once more and stands there once.
  expect(attempt.report.documents.map(({ name }) => name)).toEqual(['config.json', 'output.txt', 'output-2.txt']);
  expect(attempt.report.findings[0]).toMatchObject({ cause: 'rootfs-parent-not-traversable', confidence: 'certain' });
});

test('each form of evidence has its place for after', async ({ request }) => {
  const { id } = await open(request, story.relative);
  const text = await request.post(`/api/cases/${id}/attempts?after=evidence`, { headers: { 'Content-Type': 'text/plain' }, data: started.content });
  const multipart = await request.post(`/api/cases/${id}/attempts`, { multipart: { after: 'evidence', files: { name: 'more.txt', mimeType: 'text/plain', buffer: Buffer.from('uid_map is empty\n') } } });
  expect([text.status(), multipart.status()]).toEqual([201, 201]);
  expect(((await multipart.json()) as Attempt).number).toBe(3);
});

for (const [title, data, word] of [
  ['without after', { files: [started] }, /after must be/],
  ['an after that is none', { after: 'later', files: [started] }, /after must be/],
  ['an operator object', { after: { not: '' }, files: [started] }, /after must be/],
  ['an unknown member', { after: 'fix', files: [started], number: 7 }, /number/],
] as const) {
  test(`an attempt is refused: ${title}`, async ({ request }) => {
    const { id } = await open(request, story.relative);
    const response = await add(request, id, data);
    expect(response.status()).toBe(400);
    expect(((await response.json()) as { detail: string }).detail).toMatch(word);
    expect(((await (await request.get(`/api/cases/${id}`)).json()) as { attempts: unknown[] }).attempts).toHaveLength(1);
  });
}

test('an attempt of a case that never was', async ({ request }) => {
  expect((await add(request, 'A'.repeat(22), { after: 'fix', files: [started] })).status()).toBe(404);
});

test('fifty attempts and no more', async ({ request }) => {
  const { id } = await open(request, story.relative.slice(1));
  for (let number = 2; number <= 50; number++) expect((await add(request, id, { after: 'fix', files: [started] })).status()).toBe(201);
  const one = await add(request, id, { after: 'fix', files: [started] });
  expect(one.status()).toBe(413);
  expect(((await one.json()) as { detail: string }).detail).toContain('50 attempts');
});
