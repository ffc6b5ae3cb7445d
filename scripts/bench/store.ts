// npm run bench:store: a log of 20 MB as it is stored, in bytes and time, against gzip -6.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { BlockWriter } from '../../lib/cases/blocks';
import { interleaved, tell } from './compare';
import { makeLog } from './make-log';

const folder = mkdtempSync(path.join(tmpdir(), 'bench-store-'));
try {
  await makeLog(path.join(folder, 'log'), 20e6);
  const log = readFileSync(path.join(folder, 'log'));
  const ours = () => {
    const writer = new BlockWriter();
    writer.add(log);
    return writer.end();
  };
  const theirs = () => gzipSync(log, { level: 6 });
  tell('stored log', 'the bytes of gzip -6', ours().length / theirs().length, { most: 1 });
  const took = await interleaved({ ours, theirs });
  console.log(`${took.ours.toFixed(0)} ms against ${took.theirs.toFixed(0)} ms`);
  tell('stored log', 'the time of gzip -6', took.ours / took.theirs, { most: 0.75 });
} finally {
  rmSync(folder, { recursive: true });
}
