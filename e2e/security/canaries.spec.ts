import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { expect, test } from '@playwright/test';
import { expanded } from '../../lib/cases/compressed';
import { createClient } from '@libsql/client';
import { placedCanaries, shapedCanaries } from '../../lib/redaction/testing/canaries';
import { startServer } from '../../scripts/server.mjs';

const line = 'runc run failed: user namespaces enabled, but no uid mappings found\n';
const shaped = Object.values(shapedCanaries);
const placed = Object.values(placedCanaries).map(([text, secret]) => text.replace('{}', () => secret));
const log = `${line}${shaped.map((secret) => `level=error msg="using ${secret}"`).join('\n')}\n`;
const config = JSON.stringify({ ociVersion: '1.0.2', process: { env: shaped.map((secret, index) => `TOKEN_${index}=${secret}`), args: ['x', ...shaped.map((secret) => `--password=${secret}`)] }, annotations: Object.fromEntries(shaped.map((secret, index) => [`a${index}`, JSON.stringify({ token: secret })])) }, undefined, 1);

/** All that the server wrote, with what it compressed expanded again. */
async function written(data: string, printed: string): Promise<string> {
  const bytes = readdirSync(data).map((name) => readFileSync(path.join(data, name), 'latin1'));
  const store = createClient({ url: `file:${path.join(data, 'cases.db')}` });
  const blobs = [...(await store.execute('SELECT "content" AS blob FROM "StoredDocument"')).rows, ...(await store.execute('SELECT "report" AS blob FROM "Attempt"')).rows];
  store.close();
  const texts = await Promise.all(blobs.map(({ blob }) => expanded(new Uint8Array(blob as ArrayBuffer))));
  return [...bytes, ...texts, printed].join('\n');
}

test('no secret of sixty kinds is in the data folder or in what is printed, however it was sent; after deletion nothing of the case is', async () => {
  const server = await startServer();
  const send = (address: string, body: BodyInit, headers: Record<string, string> = {}) => fetch(server.url + address, { method: 'POST', body, headers });
  const json = { 'Content-Type': 'application/json' };
  try {
    const form = new FormData();
    form.append('files', new Blob([config]), 'config.json');
    form.append('files', new Blob([log]), 'run.log');
    const bundle = new FormData();
    bundle.append('files', new Blob([zipSync({ 'config.json': strToU8(config), 'placed.txt': strToU8(placed.join('\n\n')) })]), 'bundle.zip');
    const titles = { title: shaped.slice(0, 3).join(' '), note: shaped.join('\n'), files: [{ name: `${shaped[4] ?? ''}.log`, content: log }] };
    const answers = [
      await send('/api/cases', JSON.stringify(titles), json),
      await send('/api/cases', form),
      await send('/api/cases', bundle),
      await send('/api/cases', log, { 'Content-Type': 'text/plain' }),
      await send('/api/cases', gzipSync(strToU8(log)) as unknown as BodyInit, { 'Content-Type': 'text/plain', 'Content-Encoding': 'gzip' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const cases = (await Promise.all(answers.map((one) => one.json()))) as { id: string; manageToken: string }[];
    const [first] = cases;
    const bearer = { Authorization: `Bearer ${first?.manageToken ?? ''}` };
    expect((await send(`/api/cases/${first?.id ?? ''}/attempts`, JSON.stringify({ after: 'evidence', files: [{ name: 'more.log', content: `more ${log}` }] }), json)).status).toBe(201);
    expect((await fetch(`${server.url}/api/cases/${first?.id ?? ''}`, { method: 'PATCH', headers: { ...bearer, ...json }, body: JSON.stringify({ title: `${shaped[7] ?? ''}` }) })).status).toBe(200);

    const kept = await written(server.data, server.printed());
    expect(kept).toContain('uid mappings');
    expect([...Object.entries(shapedCanaries), ...Object.entries(placedCanaries).map(([name, [, secret]]) => [name, secret] as const)].filter(([, secret]) => kept.includes(secret)).map(([name]) => name)).toEqual([]);

    for (const { id, manageToken } of cases) expect((await fetch(`${server.url}/api/cases/${id}`, { method: 'DELETE', headers: { Authorization: `Bearer ${manageToken}` } })).status).toBe(204);
    expect(await written(server.data, server.printed())).not.toMatch(/uid mappings|run\.log|more\.log/);
  } finally {
    await server.stop();
  }
});
