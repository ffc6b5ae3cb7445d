// npm run build:offline: the whole tool as one HTML file, dist/userns-doctor.html. It loads nothing and sends nothing: its
// policy allows the one script and the one style in it, by their hashes.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page as text. */
async function offlinePage() {
  const shared = { bundle: true, minify: true, write: false, logLevel: 'error' };
  const made = await build({ ...shared, entryPoints: [path.join(root, 'lib/offline/page.ts')], format: 'iife', platform: 'browser', target: 'es2022', charset: 'utf8', define: { 'process.env.NODE_ENV': '"production"' } });
  // Within a script element only these two end it or change how it is read (HTML, 4.12.1.3).
  const script = (made.outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const style = readFileSync(path.join(root, 'lib/offline/page.css'), 'utf8');
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Userns Doctor, offline</title>
<style>${style}</style>
</head>
<body>
<noscript>This file diagnoses with JavaScript, which is switched off here.</noscript>
<script>${script}</script>
</body>
</html>
`;
}

/** Writes the page; gives its path. */
export async function buildOffline(file = path.join(root, 'dist/userns-doctor.html')) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, await offlinePage());
  return file;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await buildOffline());
