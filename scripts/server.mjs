// The production build, served on a free port of loopback with a data folder of its own; for tests and measurements.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, migrateData, serverCommand } from './prepare.mjs';

const root = path.resolve(import.meta.dirname, '..');

function freePort() {
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

/** Builds where a source changed, serves, hands the URL and the data folder to `work`, and leaves nothing behind; `environment` sets the server's limits. */
export async function withServer(work, environment = {}) {
  await build();
  const data = mkdtempSync(path.join(tmpdir(), 'userns-doctor-'));
  await migrateData(data);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, serverCommand(String(port), '127.0.0.1'), {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DATA_DIR: data, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...environment },
  });
  try {
    await ready(url);
    return await work(url, data);
  } finally {
    server.kill();
    rmSync(data, { recursive: true, force: true });
  }
}
