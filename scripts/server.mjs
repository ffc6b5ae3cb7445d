// The production build, served on a free port of loopback with a data folder of its own; for tests and measurements.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, migrateData, serverCommand } from './prepare.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** A port of loopback that nobody listens on. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function ready(url) {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (await fetch(`${url}/api/health`).then((answer) => answer.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the server did not answer within 30 s');
}

/**
 * Serves on a free port with an empty data folder, or the one given, and more variables. Gives the URL, the folder, the
 * process's id, what it printed so far, its exit status once it ends, and how to stop it.
 */
export async function startServer({ env = {}, data = mkdtempSync(path.join(tmpdir(), 'userns-doctor-')) } = {}) {
  await migrateData(data, env.DATABASE_URL);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [...(env.NODE_ARGUMENTS ?? '').split(' ').filter(Boolean), ...serverCommand(String(port), '127.0.0.1')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATA_DIR: data, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', DATABASE_URL: '', LOG_LEVEL: 'warn', ...env },
  });
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (printed += chunk));
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill();
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await ready(url);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${printed}`);
  }
  return { url, data, pid: server.pid, printed: () => printed, ended, stop };
}

/** Builds where a source changed, serves, hands the URL, the data folder and the process's id to `work`, and leaves nothing behind; `env` sets the server's limits. */
export async function withServer(work, env = {}) {
  await build();
  const { url, data, pid, printed, stop } = await startServer({ env });
  try {
    return await work(url, data, pid);
  } finally {
    await stop();
    process.stderr.write(printed());
  }
}
