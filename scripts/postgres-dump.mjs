// Backups of a PostgreSQL, by the programs that it comes with.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, linkSync, openSync, readSync, rmSync } from 'node:fs';
import path from 'node:path';
import { postgresPrograms } from './temporary-postgres.mjs';

/** Runs pg_dump or pg_restore on a database. Its password goes by the environment: arguments are seen by every user of the machine. */
function run(program, address, args) {
  const url = new URL(address);
  const password = decodeURIComponent(url.password);
  url.password = '';
  const folder = postgresPrograms();
  const child = spawn(folder ? path.join(folder, program) : program, [`--dbname=${url.href}`, ...args], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...(password ? { PGPASSWORD: password } : {}) } });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', () => reject(new Error(`${program} is not installed (Debian: apt-get install postgresql-client)`)));
    child.once('close', (status) => (status === 0 ? resolve() : reject(new Error(said.trim() || `${program} ended with ${status}`))));
  });
}

/** One consistent copy, also while instances write; what only this day's service needs, counters and who sweeps, stays out. */
export async function dumpPostgres(address, file) {
  if (existsSync(file)) throw new Error(`${file} is there already`);
  process.umask(0o077);
  const unfinished = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await run('pg_dump', address, ['--format=custom', '--no-owner', '--no-privileges', '--exclude-table-data="RateCounter"', '--exclude-table-data="Job"', `--file=${unfinished}`]);
    // Fails where somebody else made the file meanwhile.
    linkSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Is this file a backup of a PostgreSQL? They begin so (pg_dump's custom format). */
export function isDump(file) {
  const head = Buffer.alloc(5);
  const opened = openSync(file, 'r');
  try {
    return readSync(opened, head, 0, 5, 0) === 5 && head.toString('latin1') === 'PGDMP';
  } finally {
    closeSync(opened);
  }
}

/** Reads a backup into a database of its own on the same server, hands its address to `work`, and drops it. The role must be allowed to make one. */
export async function withDump(address, file, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const name = `userns_doctor_restore_${randomBytes(6).toString('hex')}`;
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    try {
      const beside = new URL(address);
      beside.pathname = `/${name}`;
      await run('pg_restore', beside.href, ['--no-owner', '--no-privileges', '--exit-on-error', file]);
      return await work(beside.href);
    } finally {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
  } finally {
    await client.end();
  }
}
