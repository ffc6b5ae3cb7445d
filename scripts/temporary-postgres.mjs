// A PostgreSQL of its own in a temporary folder, for tests and measurements: the programs of Debian's package, run by the
// user postgres where root starts them, on a socket that nobody else reaches.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const versions = '/usr/lib/postgresql';

/** The folder of the newest PostgreSQL's programs; `undefined` where there is none. */
export function postgresPrograms() {
  if (!existsSync(versions)) return undefined;
  const newest = readdirSync(versions).sort((one, other) => Number(other) - Number(one)).find((version) => existsSync(path.join(versions, version, 'bin/initdb')));
  return newest && path.join(versions, newest, 'bin');
}

/** PostgreSQL refuses to run as root: then the user of its package runs it. */
function runsIt() {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((option) => Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout));
  return { uid, gid };
}

function run(program, args, folder) {
  const { status, stdout, stderr } = spawnSync(path.join(postgresPrograms() ?? '', program), args, { ...runsIt(), cwd: folder, encoding: 'utf8', stdio: ['ignore', program === 'pg_ctl' ? 'ignore' : 'pipe', 'pipe'] });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stdout ?? ''}${stderr ?? ''}`);
}

/** The address of a database of a server that has its socket in a folder. */
export function addressIn(folder, name) {
  return `postgres://postgres@localhost/${name}?host=${encodeURIComponent(folder)}`;
}

/** Makes a cluster in an empty folder and starts it. What it promises to have written it forgets with the machine's power, unless `durable`. `settings` are further ones, as `name=value`. */
export function startIn(folder, { durable = false, settings: further = [] } = {}) {
  const { uid, gid } = runsIt();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  const data = path.join(folder, 'data');
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync', '--no-instructions'], folder);
  const settings = ["listen_addresses=''", `unix_socket_directories='${folder}'`, 'max_connections=120', 'log_min_messages=fatal', ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']), ...further];
  run('pg_ctl', ['-D', data, '-w', '-l', path.join(folder, 'log'), '-o', settings.map((one) => `-c ${one}`).join(' '), 'start'], folder);
}

/** Stops the server of a folder, where one runs, and removes the folder. */
export function stopIn(folder) {
  const data = path.join(folder, 'data');
  if (existsSync(path.join(data, 'postmaster.pid'))) run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop'], folder);
  rmSync(folder, { recursive: true, force: true });
}

/** Runs one statement in a database of the server. */
export async function execute(folder, sql, name = 'postgres') {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: addressIn(folder, name) });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A server with one empty database; gives its address and how to stop it. */
export async function startPostgres(options) {
  const folder = mkdtempSync(path.join(tmpdir(), 'userns-doctor-postgres-'));
  try {
    startIn(folder, options);
    await execute(folder, 'CREATE DATABASE cases');
  } catch (error) {
    stopIn(folder);
    throw error;
  }
  return { folder, address: addressIn(folder, 'cases'), stop: () => stopIn(folder) };
}
