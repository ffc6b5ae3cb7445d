// npm run bench:upload: 25 MB of log sent to /api/diagnose and stored as a case, against a bare route of Next that reads the body and answers.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { residentMebibytes, withoutRates } from '../../e2e/load/run-load';
import { withServer } from '../server.mjs';
import { interleaved, rounds, tell } from './compare';
import { makeLog } from './make-log';
import { withMinimalNext } from './minimal-next';

const folder = mkdtempSync(path.join(tmpdir(), 'bench-upload-'));
try {
  await makeLog(path.join(folder, 'log'), 25e6);
  const body = readFileSync(path.join(folder, 'log'));
  const send = async (url: string) => {
    const answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  };
  await withMinimalNext((minimal) => withServer(async (url: string, _data: string, pid: number) => {
    const works = {
      diagnose: () => send(`${url}/api/diagnose`),
      store: () => send(`${url}/api/cases`),
      bare: () => send(`${minimal}body`),
    };
    // Once to warm up: both workers have read one.
    for (const work of [...Object.values(works), ...Object.values(works)]) await work();
    const before = residentMebibytes(pid);
    const took = await interleaved(works, rounds);
    console.log(`diagnose ${took.diagnose.toFixed(0)} ms, store ${took.store.toFixed(0)} ms, bare ${took.bare.toFixed(0)} ms`);
    tell('25 MB diagnosed', 'a bare route of Next that reads the body', took.diagnose / took.bare, { most: 3 });
    tell('25 MB stored as a case', 'a bare route of Next that reads the body', took.store / took.bare, { most: 6 });
    tell('growth of memory over ten of them', 'in MiB', residentMebibytes(pid) - before, { most: 32 }, 'MiB');
  }, withoutRates));
} finally {
  rmSync(folder, { recursive: true });
}
