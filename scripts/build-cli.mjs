// npm run build:cli: the program `userns-doctor` as a package of its own in dist/cli, which needs nothing but Node.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');

/** Bundles the program into a folder. */
export async function buildProgram(folder = path.join(root, 'dist/cli')) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: { program: path.join(root, 'lib/command/program.ts') },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify: true,
    keepNames: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    legalComments: 'external',
    logLevel: 'error',
  });
  copyFileSync(path.join(root, 'scripts/userns-doctor.cjs'), path.join(folder, 'userns-doctor.cjs'));
  copyFileSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
  copyFileSync(path.join(root, 'docs/command-line.md'), path.join(folder, 'README.md'));
  const { name, version, description, license, engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const manifest = { name, version, description, license, engines, bin: { [name]: 'userns-doctor.cjs' } };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildProgram();
