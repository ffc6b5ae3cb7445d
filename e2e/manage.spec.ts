import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type APIRequestContext } from '@playwright/test';

const line = 'runc run failed: user namespaces enabled, but no uid mappings found\n';
const open = async (request: APIRequestContext, title = '') =>
  (await (await request.post('/api/cases', { data: { title, files: [{ name: 'run.log', content: line }] } })).json()) as { id: string; manageToken: string };
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

test('the manage token changes title, status and expiry', async ({ request }) => {
  const { id, manageToken } = await open(request);
  const patched = await request.patch(`/api/cases/${id}`, { headers: bearer(manageToken), data: { title: 'node 3', status: 'resolved', expiresIn: 3600 } });
  expect(patched.status()).toBe(200);
  expect(await patched.text()).not.toContain(manageToken);
  const read = (await (await request.get(`/api/cases/${id}`)).json()) as { expiresAt: string };
  expect(read).toMatchObject({ title: 'node 3', status: 'resolved' });
  expect(new Date(read.expiresAt).getTime() - Date.now()).toBeLessThanOrEqual(3_600_000);
});

test('nobody else manages a case', async ({ request }) => {
  const [mine, other] = [await open(request), await open(request)];
  for (const headers of [{}, bearer(mine.id), bearer(other.manageToken), bearer(''), { Authorization: mine.manageToken }]) {
    expect((await request.delete(`/api/cases/${mine.id}`, { headers })).status()).toBe(403);
    expect((await request.patch(`/api/cases/${mine.id}`, { headers, data: { status: 'resolved' } })).status()).toBe(403);
  }
  expect((await request.delete(`/api/cases/${'A'.repeat(22)}`, { headers: bearer(mine.manageToken) })).status()).toBe(404);
  expect(await (await request.get(`/api/cases/${mine.id}`)).json()).toMatchObject({ status: 'open' });
});

for (const data of [
  {},
  { title: { startsWith: '' } },
  { status: { not: 'open' } },
  { status: 'deleted' },
  { expiresIn: 'never' },
  { createdAt: '2020-01-01' },
  { manageTokenHash: '' },
  { title: 'x', where: { id: { contains: '' } } },
]) {
  test(`a change is refused: ${JSON.stringify(data)}`, async ({ request }) => {
    const { id, manageToken } = await open(request);
    const response = await request.patch(`/api/cases/${id}`, { headers: bearer(manageToken), data });
    expect(response.status()).toBe(400);
    expect(await (await request.get(`/api/cases/${id}`)).json()).toMatchObject({ title: '', status: 'open' });
  });
}

test('a deleted case is gone for everybody, and from the bytes of the data folder', async ({ request, page }) => {
  const title = 'Canary-3e7a-Title';
  const { id, manageToken } = await open(request, title);
  const folder = process.env.DATA_DIR ?? '';
  const holdsTitle = () => readdirSync(folder).some((name) => readFileSync(path.join(folder, name)).includes(title));
  expect(holdsTitle()).toBe(true);
  expect((await request.delete(`/api/cases/${id}`, { headers: bearer(manageToken) })).status()).toBe(204);
  expect(holdsTitle()).toBe(false);
  for (const address of ['', '/report.json', '/report.md', '/documents/run.log']) expect((await request.get(`/api/cases/${id}${address}`)).status()).toBe(410);
  expect((await request.delete(`/api/cases/${id}`, { headers: bearer(manageToken) })).status()).toBe(410);
  expect((await request.post(`/api/cases/${id}/attempts`, { data: { after: 'fix', files: [{ content: line }] } })).status()).toBe(410);
  expect((await page.goto(`/cases/${id}`))?.status()).toBe(410);
});
