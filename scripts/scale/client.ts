import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { examples } from '../../lib/examples';
import { readRecordings } from '../../lib/examples/testing/recordings';
import { makeLog } from '../bench/make-log';
import type { Act, Kind } from './day';

interface Files {
  readonly files: readonly { readonly name: string; readonly content: string }[];
}

/** Real uploads of each kind, taken in turn. */
export async function uploads(): Promise<Readonly<Record<Kind, readonly Files[]>>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'userns-doctor-scale-'));
  try {
    const log = path.join(folder, 'log');
    await makeLog(log, 1_000_000);
    const filesOf = (given: { readonly files: readonly { readonly name: string; readonly text: string }[] }) => ({ files: given.files.map(({ name, text }) => ({ name, content: text })) });
    return { paste: examples.map(filesOf), bundle: readRecordings().map(filesOf), log: [{ files: [{ name: 'containerd.log', content: readFileSync(log, 'utf8') }] }] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Someone who uploads and comes back, behind a proxy that tells the address. */
export function clientOf(url: string, given: Readonly<Record<Kind, readonly Files[]>>) {
  const opened = new Map<number, { readonly id: string; readonly manageToken: string; readonly document: string }>();
  const ask = (method: string, place: string, upload: number, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}${place}`, {
      method,
      headers: { 'X-Forwarded-For': `10.${(upload >> 8) % 20}.${upload % 256}.1`, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    /** Does it, and gives the status of the answer; `undefined` where the case is not open yet. */
    async does(act: Act, upload: number, kind: Kind): Promise<number | undefined> {
      const files = given[kind][upload % given[kind].length] ?? { files: [] };
      const known = opened.get(upload);
      if (act === 'diagnose') return drained(await ask('POST', '/api/diagnose', upload, files));
      if (act === 'create') {
        const answer = await ask('POST', '/api/cases', upload, files, { 'Idempotency-Key': `scale-of-a-day-${upload}` });
        if (answer.status !== 201) return drained(answer);
        const { id, manageToken } = (await answer.json()) as { id: string; manageToken: string };
        opened.set(upload, { id, manageToken, document: files.files[0]?.name ?? '' });
        return answer.status;
      }
      if (!known) return undefined;
      if (act === 'attempt') return drained(await ask('POST', `/api/cases/${known.id}/attempts`, upload, { after: 'fix', files: [{ name: 'output.txt', content: 'started\n' }] }));
      if (act === 'delete') return drained(await ask('DELETE', `/api/cases/${known.id}`, upload, undefined, { Authorization: `Bearer ${known.manageToken}` }));
      return drained(await ask('GET', act === 'read' ? `/api/cases/${known.id}` : `/api/cases/${known.id}/documents/${encodeURIComponent(known.document)}?attempt=1`, upload));
    },
  };
}

async function drained(answer: Response): Promise<number> {
  await answer.arrayBuffer();
  return answer.status;
}
