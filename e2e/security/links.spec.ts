import { expect, test, type APIRequestContext } from '@playwright/test';
import { createClient } from '@libsql/client';
import path from 'node:path';

const line = 'runc run failed: user namespaces enabled, but no uid mappings found\n';
const files = [{ name: 'run.log', content: line }];
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
interface Opened {
  readonly id: string;
  readonly url: string;
  readonly manageToken: string;
}
const open = async (request: APIRequestContext, more: object = {}) => (await (await request.post('/api/cases', { data: { files, ...more } })).json()) as Opened;
const reads = (id: string) => [`/api/cases/${id}`, `/api/cases/${id}/report.json`, `/api/cases/${id}/report.md`, `/api/cases/${id}/report.sarif`, `/api/cases/${id}/documents/run.log`];

test('without its password a case shows nothing: no page, no payload, no export, no attempt', { tag: '@store' }, async ({ request }) => {
  const { id, manageToken } = await open(request, { title: 'Locked-Title-Canary', note: 'Locked-Note-Canary', password: 'correct horse' });
  for (const address of reads(id)) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(403);
    expect(await answer.text()).not.toMatch(/Canary|uid mappings/);
  }
  expect((await request.post(`/api/cases/${id}/attempts`, { data: { after: 'fix', files } })).status()).toBe(403);
  for (const headers of [{}, { RSC: '1' }, { RSC: '1', 'Next-Router-Prefetch': '1' }, { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' }, { Cookie: 'pass=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }] as Record<string, string>[]) {
    expect(await (await request.get(`/cases/${id}`, { headers })).text()).not.toMatch(/Canary|uid mappings|uidMappings/);
  }
  const other = await open(request);
  expect(await (await request.get(`/compare?a=${other.id}&b=${id}`)).text()).not.toMatch(/Canary/);
  expect((await request.get(`/api/cases/${id}`, { headers: bearer(manageToken) })).status()).toBe(200);
  expect((await request.get(`/api/cases/${id}`, { headers: { 'X-Case-Password': 'correct horse' } })).status()).toBe(200);
});

test('the page asks for the password, and opens to the right one alone', async ({ page, request }) => {
  const { id } = await open(request, { title: 'web', password: 'correct horse' });
  await page.goto(`/cases/${id}`);
  await page.getByLabel('Password').fill('a wrong one');
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('alert').first()).toHaveText('This is not the password of the case.');
  await page.getByLabel('Password').fill('correct horse');
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('linux.uidMappings');
  const cookies = await page.context().cookies();
  expect(cookies.map(({ httpOnly, sameSite, path: where }) => [httpOnly, sameSite, where]).sort()).toEqual([[true, 'Lax', `/api/cases/${id}`], [true, 'Lax', `/cases/${id}`]]);
});

test('a renewed link leads to the case, and the old one to nothing at once; only who manages the case renews it', async ({ request }) => {
  const { id, manageToken } = await open(request);
  expect((await request.post(`/api/cases/${id}/link`)).status()).toBe(403);
  expect((await request.post(`/api/cases/${id}/link`, { headers: bearer('A'.repeat(43)) })).status()).toBe(403);
  const renewed = (await (await request.post(`/api/cases/${id}/link`, { headers: bearer(manageToken) })).json()) as Opened;
  for (const address of [...reads(id), `/cases/${id}`]) expect((await request.get(address)).status(), address).toBe(410);
  for (const address of [...reads(renewed.id), `/cases/${renewed.id}`]) expect((await request.get(address)).status(), address).toBe(200);
  expect((await request.delete(`/api/cases/${renewed.id}`, { headers: bearer(manageToken) })).status()).toBe(204);
});

test('the same request sent twice opens one case, also at once; the key with other evidence opens none', async ({ request }) => {
  const headers = { 'Idempotency-Key': `key-${Math.random()}-${Math.random()}` };
  const send = (content: string) => request.post('/api/cases', { headers, data: { files: [{ name: 'run.log', content }] } });
  const answers = [...(await Promise.all([send(line), send(line)])), await send(line)];
  expect(answers.map((one) => one.status())).toEqual([201, 201, 201]);
  const bodies = await Promise.all(answers.map(async (one) => (await one.json()) as Opened));
  expect(new Set(bodies.map(({ id, manageToken }) => `${id} ${manageToken}`)).size).toBe(1);
  expect((await send(`${line}more\n`)).status()).toBe(422);
  expect((await request.post('/api/cases', { headers: { 'Idempotency-Key': '1' }, data: { files } })).status()).toBe(400);
});

test('ids that never were, malformed ones and a list answer all the same: nothing is here', async ({ request }) => {
  const bodies = new Set<string>();
  for (const id of ['A'.repeat(22), 'short', '..%2f..', 'A'.repeat(500), '%00']) {
    const answer = await request.get(`/api/cases/${id}`);
    expect(answer.status(), id).toBe(404);
    bodies.add(await answer.text());
  }
  expect(bodies.size).toBe(1);
  expect((await request.get('/api/cases')).status()).toBe(405);
});

for (const agent of ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 'Twitterbot/1.0', 'facebookexternalhit/1.1']) {
  test(`a preview card tells nothing of the evidence: ${agent}`, async ({ request }) => {
    const { id } = await open(request, { title: 'Secret-Host-17' });
    const html = await (await request.get(`/cases/${id}`, { headers: { 'User-Agent': agent } })).text();
    const told = [...html.matchAll(/<title>[^<]*<\/title>|<meta[^>]*>/g)].map(([tag]) => tag).join('\n');
    expect(told).toContain('Container diagnosis');
    expect(told).not.toMatch(/Secret-Host|run\.log|uid mappings|userns-without/);
    expect(told).toContain('noindex');
  });
}

test('neither the page nor its payload holds a secret, a token or a hash', async ({ request }) => {
  const secret = 'canary-9c1e77aa';
  const content = `{"ociVersion": "1.0.2", "process": {"env": ["DB_PASSWORD=${secret}"], "args": ["x", "--password=${secret}2"]}}`;
  const { id, manageToken } = await open(request, { files: [{ name: `${'ghp_'}${'a1B2c3D4e5F6'.repeat(3)}.log`, content: line }, { name: 'config.json', content }], title: `password=${secret}3`, note: `token: ${secret}4` });
  const store = createClient({ url: `file:${path.join(process.env.DATA_DIR ?? '', 'cases.db')}` });
  const [row] = (await store.execute({ sql: 'SELECT "manageTokenHash" FROM "Case" WHERE "id" = ?', args: [id] })).rows;
  store.close();
  for (const headers of [{}, { RSC: '1' }] as Record<string, string>[]) {
    const text = await (await request.get(`/cases/${id}`, { headers })).text();
    for (const hidden of [secret, manageToken, String(row?.manageTokenHash), 'a1B2c3D4e5F6a1']) expect(text).not.toContain(hidden);
  }
  for (const address of [`/api/cases/${id}`, `/api/cases/${id}/report.md`]) expect(await (await request.get(address)).text()).not.toMatch(/canary-9c1e77aa|a1B2c3D4e5F6a1/);
});

test('a site that a case links to is not told its address', async ({ page, request }) => {
  const { id } = await open(request);
  const headers: Record<string, string>[] = [];
  await page.context().route(/^https:\/\//, async (route) => {
    headers.push(await route.request().allHeaders());
    await route.fulfill({ body: 'elsewhere' });
  });
  await page.goto(`/cases/${id}`);
  // A link as any text of the page could be one.
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://elsewhere.invalid/';
    document.body.append(link);
    link.click();
  });
  await expect.poll(() => headers.length).toBeGreaterThan(0);
  expect(headers.map(({ referer }) => referer).filter(Boolean)).toEqual([]);
});

test('a script in any field of a case runs on no page of it', async ({ page, request, baseURL }) => {
  const ran: string[] = [];
  await page.exposeFunction('owned', (where: string) => ran.push(where));
  page.on('dialog', (dialog) => dialog.dismiss());
  const attacks = ['<img src=x onerror=owned(1)>', '</script><script>owned(2)</script>', '"onmouseover="owned(3)', "{{constructor.constructor('owned(4)')()}}", 'javascript:owned(5)', '<svg onload=owned(6)>', '\u001b]8;;javascript:owned(7)\u0007click\u001b]8;;\u0007'];
  const config = JSON.stringify({ ociVersion: '1.0.2', root: { path: attacks[0] }, hostname: attacks[1], annotations: Object.fromEntries(attacks.map((text) => [text, text])), mounts: attacks.map((text) => ({ destination: text, source: text, type: text, options: [text] })), linux: { namespaces: [{ type: 'user' }], uidMappings: [] } });
  const { id } = await open(request, { title: attacks.slice(0, 3).join(' '), note: attacks.join('\n'), files: [...attacks.map((text) => ({ name: `${text}.log`, content: `runc run failed: exec: "${text}": stat ${text}: no such file or directory\n` })), { name: 'config.json', content: config }] });
  for (const address of [`/cases/${id}`, `/cases/${id}?lang=${encodeURIComponent(attacks[1] ?? '')}`, `/causes?q=${encodeURIComponent(attacks[0] ?? '')}`, `/causes/${encodeURIComponent(attacks[0] ?? '')}`, `/${encodeURIComponent(attacks[0] ?? '')}`]) {
    await page.goto(address);
    await page.waitForLoadState('load');
    await page.mouse.move(200, 200);
    expect(await page.locator('a[href^="javascript"], a[href^="data"]').count(), address).toBe(0);
  }
  for (const address of reads(id).slice(0, 3)) {
    // The policy of the API runs nothing, where a browser shows it at all.
    const answer = await request.get(address);
    expect(answer.headers()['content-security-policy'], `${baseURL ?? ''}${address}`).toContain('sandbox');
    expect(answer.headers()['content-type']).not.toContain('html');
  }
  expect(ran).toEqual([]);
});
