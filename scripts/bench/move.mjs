// npm run bench:move -- [--cases N]: N cases (10,000) from SQLite to a PostgreSQL of its own and back into another file,
// once stopped half-way; ends with status 1 where anything differs.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { move } from '../move.mjs';
import { openStore } from '../stores/case-store.mjs';
import { startPostgres } from '../temporary-postgres.mjs';

const count = Number(process.argv[process.argv.indexOf('--cases') + 1]) || 10_000;
const folder = mkdtempSync(path.join(tmpdir(), 'userns-doctor-move-'));
const [first, last] = ['first', 'last'].map((name) => `file:${path.join(folder, name)}`);
const id = () => randomBytes(16).toString('base64url');
const now = new Date().toISOString();

/** A case of one to three attempts of three documents each, as long as a compressed log is. */
function someCase(number) {
  const one = { Case: [{ id: id(), title: `case ${number} 中`, note: 'é'.repeat(number % 200), status: 'open', createdAt: now, expiresAt: now, deletedAt: number % 50 === 0 ? now : null, manageTokenHash: randomBytes(32).toString('hex'), passwordHash: null }], Creation: [], Envelope: [], Attempt: [], StoredDocument: [] };
  const caseId = one.Case[0].id;
  if (number % 3 === 0) one.Creation.push({ keyHash: randomBytes(32).toString('hex'), caseId, salt: randomBytes(32), fingerprint: randomBytes(32).toString('hex') });
  for (let attempt = 1; attempt <= 1 + (number % 3); attempt++) {
    const attemptId = id();
    one.Attempt.push({ id: attemptId, caseId, number: attempt, after: 'fix', createdAt: now, engineVersion: '1', report: randomBytes(1500) });
    for (let position = 0; position < 3; position++) one.StoredDocument.push({ id: id(), attemptId, position, name: `${position}.log`, kind: 'text', bytes: 4000, lines: 40, content: randomBytes(500 + (number % 7) * 900) });
  }
  return one;
}

const server = await startPostgres();
let failed = false;
try {
  const source = await openStore(first, { mayBeNew: true });
  for (let at = 0; at < count; at += 200) await source.write(Array.from({ length: Math.min(200, count - at) }, (_, index) => someCase(at + index)), { replace: false });
  await source.close();
  for (const [what, from, to, told] of [
    ['SQLite to PostgreSQL, stopped half-way', first, server.address, ({ written }) => written < count / 2],
    ['SQLite to PostgreSQL, taken up again', first, server.address],
    ['PostgreSQL to SQLite', server.address, last],
    ['the first file against the last', first, last],
  ]) {
    const began = performance.now();
    const { differing = [], ...figures } = await move(from, to, told);
    console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s ${JSON.stringify({ ...figures, differing: differing.length })}`);
    failed ||= differing.length > 0 || (told === undefined && figures.equal !== count);
  }
} finally {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${Math.round(process.resourceUsage().maxRSS / 1024)} MiB at most`);
process.exit(failed ? 1 : 0);
