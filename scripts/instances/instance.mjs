// One instance on a port of its own, which may be killed, stopped and started again.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { serverCommand } from '../prepare.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** `told` is called with each line of its log. */
export function instanceOn(port, env, told) {
  let child;
  let ended;
  return {
    /** Resolves once it takes requests. */
    async start() {
      child = spawn(process.execPath, serverCommand(String(port), '127.0.0.1'), { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env } });
      ended = new Promise((resolve) => child.once('exit', resolve));
      createInterface({ input: child.stdout }).on('line', told);
      for (let tries = 0; tries < 300; tries++) {
        if (await fetch(`http://127.0.0.1:${port}/api/ready`).then(({ ok }) => ok, () => false)) return;
        await pause(200);
      }
      throw new Error(`the instance on port ${port} was not ready within 60 s`);
    },
    /** SIGKILL ends it in the middle of its work, SIGTERM lets it finish. */
    async end(signal) {
      child?.kill(signal);
      await ended;
    },
  };
}
