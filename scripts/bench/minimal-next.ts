import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../server.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'node_modules/.cache/minimal-next');
const next = path.join(root, 'node_modules/next/dist/bin/next');

/** A page of Next with 30 rows, made anew for each request, a route that reads the body it is sent, and nothing else. */
const files: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(root)} }, typescript: { ignoreBuildErrors: true } };`,
  // Without JSX: of what lies below node_modules Next transforms none.
  'app/layout.js': "import { createElement as h } from 'react';\nexport default function Layout({ children }) { return h('html', { lang: 'en' }, h('body', null, children)); }",
  'app/page.js': "import { createElement as h } from 'react';\nimport { headers } from 'next/headers';\nexport default async function Page() { const agent = (await headers()).get('user-agent'); return h('ul', null, Array.from({ length: 30 }, (_, at) => h('li', { key: at }, `${at} ${agent}`))); }",
  'app/body/route.js': "export async function POST(request) { let bytes = 0; for await (const chunk of request.body) bytes += chunk.length; return new Response(String(bytes)); }",
};

/** Builds them with the Next of this project and serves the page at `url` and the route at `url`body while `work` runs. */
export async function withMinimalNext(work: (url: string) => Promise<void>): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const built = spawnSync(process.execPath, [next, 'build'], { cwd: folder, env, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the minimal page was not built: ${built.stdout}${built.stderr}`);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const server = spawn(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], { cwd: folder, env, stdio: 'ignore' });
  try {
    for (let tries = 0; !(await fetch(url).then(({ ok }) => ok, () => false)); tries++) {
      if (tries > 150) throw new Error('the minimal page did not answer within 30 s');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await work(url);
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
