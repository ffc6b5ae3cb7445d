import { afterEach, beforeEach, expect, test } from 'vitest';
import { PATCH, GET as readCaseRoute, DELETE } from '../../app/api/cases/[id]/route';
import { POST as addAttemptRoute } from '../../app/api/cases/[id]/attempts/route';
import { GET as readDocument } from '../../app/api/cases/[id]/documents/[name]/route';
import { GET as readEnvelopeRoute } from '../../app/api/cases/[id]/envelope/route';
import { POST as renewLink } from '../../app/api/cases/[id]/link/route';
import { GET as readJson } from '../../app/api/cases/[id]/report.json/route';
import { GET as readMarkdown } from '../../app/api/cases/[id]/report.md/route';
import { GET as readSarif } from '../../app/api/cases/[id]/report.sarif/route';
import { POST } from '../../app/api/encrypted-cases/route';
import { onEachDatabase } from '../cases/testing/each-database';
import { someCase, type FreshStore } from '../cases/testing/fresh-store';
import { openCase } from '../cases/open-case';
import { encryptText } from '../browser/encryption';

const octets = { 'Content-Type': 'application/octet-stream' };
const request = (method: string, path: string, init: RequestInit = {}) => new Request(`http://localhost${path}`, { method, ...init });
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const send = (body: BodyInit, query = '', headers: Record<string, string> = octets) => POST(request('POST', `/api/encrypted-cases${query}`, { body, headers }), {});

async function opened(query = '') {
  const { envelope } = await encryptText('no uid mappings found');
  const answer = await send(envelope, query);
  return { answer, envelope, ...((await answer.json()) as { id: string; url: string; manageToken: string }) };
}

onEachDatabase((fresh) => {
  let store: FreshStore;
  beforeEach(async () => {
    store = await fresh();
  });
  afterEach(() => store.close());

  test('an envelope is stored as it is, and given back to who has the link', async () => {
    const { answer, envelope, id } = await opened('?expiresIn=86400');
    expect([answer.status, answer.headers.get('location')]).toEqual([201, `/cases/${id}`]);
    const back = await readEnvelopeRoute(request('GET', `/api/cases/${id}/envelope`), at(id));
    expect([back.status, back.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(envelope);
    expect(await (await readCaseRoute(request('GET', `/api/cases/${id}`), at(id))).json()).toMatchObject({ id, title: '', encrypted: true, attempts: [] });
  });

  test('what needs its text says that it is encrypted', async () => {
    const { id, manageToken } = await opened();
    const bearer = { Authorization: `Bearer ${manageToken}`, 'Content-Type': 'application/json' };
    const answers = [
      await readJson(request('GET', `/api/cases/${id}/report.json`), at(id)),
      await readMarkdown(request('GET', `/api/cases/${id}/report.md`), at(id)),
      await readSarif(request('GET', `/api/cases/${id}/report.sarif`), at(id)),
      await readDocument(request('GET', `/api/cases/${id}/documents/run.log`), { params: Promise.resolve({ id, name: 'run.log' }) }),
      await addAttemptRoute(request('POST', `/api/cases/${id}/attempts?after=fix`, { body: 'x', headers: { 'Content-Type': 'text/plain' } }), at(id)),
      await PATCH(request('PATCH', `/api/cases/${id}`, { headers: bearer, body: JSON.stringify({ title: 'told' }) }), at(id)),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(409);
      expect(await answer.json()).toMatchObject({ title: 'Encrypted', detail: expect.stringContaining('only who has the whole link') as string });
    }
  });

  test('status, password, link and deletion work as for every case, and deletion leaves nothing', async () => {
    const { id, envelope, manageToken } = await opened();
    const bearer = { Authorization: `Bearer ${manageToken}` };
    const changes = { method: 'PATCH', headers: { ...bearer, 'Content-Type': 'application/json' }, body: JSON.stringify({ status: 'resolved', expiresIn: 3600, password: 'correct horse' }) };
    expect((await PATCH(new Request(`http://localhost/api/cases/${id}`, changes), at(id))).status).toBe(200);
    expect((await readEnvelopeRoute(request('GET', `/api/cases/${id}/envelope`), at(id))).status).toBe(403);
    const renewed = (await (await renewLink(request('POST', `/api/cases/${id}/link`, { headers: bearer }), at(id))).json()) as { id: string };
    expect((await readEnvelopeRoute(request('GET', `/api/cases/${id}/envelope`), at(id))).status).toBe(410);
    const read = await readEnvelopeRoute(request('GET', `/api/cases/${renewed.id}/envelope`, { headers: { 'X-Case-Password': 'correct horse' } }), at(renewed.id));
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(envelope);
    expect((await store.contents()).includes(Buffer.from(envelope))).toBe(true);
    expect((await DELETE(request('DELETE', `/api/cases/${renewed.id}`, { headers: bearer }), at(renewed.id))).status).toBe(204);
    expect((await readEnvelopeRoute(request('GET', `/api/cases/${renewed.id}/envelope`), at(renewed.id))).status).toBe(410);
    expect((await store.contents()).includes(Buffer.from(envelope.slice(17)))).toBe(false);
  });

  test.each([
    ['a body that is no envelope', 400, () => send('no uid mappings found')],
    ['an envelope of another version', 400, async () => send((await encryptText('x')).envelope.map((byte, at) => (at === 4 ? 2 : byte)))],
    ['another content type', 415, async () => send((await encryptText('x')).envelope, '', { 'Content-Type': 'text/plain' })],
    ['a title', 400, async () => send((await encryptText('x')).envelope, '?title=told')],
    ['an end that is no number', 400, async () => send((await encryptText('x')).envelope, '?expiresIn=soon')],
    ['an end that stands twice', 400, async () => send((await encryptText('x')).envelope, '?expiresIn=60&expiresIn=70')],
    ['more than is accepted', 413, async () => send(new Blob([(await encryptText('x')).envelope, new Uint8Array(2048)]))],
  ])('%s is refused', async (_, status, answer) => {
    process.env.MAX_UPLOAD_BYTES = '1024';
    try {
      expect((await answer()).status).toBe(status);
    } finally {
      delete process.env.MAX_UPLOAD_BYTES;
    }
  });

  test('a case that is not encrypted has no envelope', async () => {
    const { id } = await openCase(someCase());
    expect((await readEnvelopeRoute(request('GET', `/api/cases/${id}/envelope`), at(id))).status).toBe(404);
  });
});
