// Debian's nginx before several instances on loopback: one address for all, an instance that does not answer left out.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installPackages } from '../apt.mjs';

const program = '/usr/sbin/nginx';
const isHere = () => spawnSync(program, ['-v']).status === 0;

/** As docs/operations.md gives it; what was sent to an instance is never sent to a second one by nginx itself. */
const configuration = (port, ports) => `daemon off;
pid nginx.pid;
error_log stderr crit;
worker_processes 1;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  client_max_body_size 64m;
  upstream instances {
${ports.map((one) => `    server 127.0.0.1:${one} max_fails=1 fail_timeout=2s;`).join('\n')}
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://instances;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_connect_timeout 2s;
      proxy_next_upstream error timeout http_503;
    }
  }
}
`;

/** Serves on a port; gives how to stop it. Throws where there is no nginx and none can be installed. */
export function startNginx(port, ports) {
  if (!isHere() && !(installPackages(['nginx-light']) && isHere())) throw new Error('nginx is not installed (Debian: apt-get install nginx-light)');
  const folder = mkdtempSync(path.join(tmpdir(), 'userns-doctor-nginx-'));
  writeFileSync(path.join(folder, 'nginx.conf'), configuration(port, ports));
  const child = spawn(program, ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
