// Brings the checkout to where it can serve, and serves: installs, generates, migrates, builds, each only where needed.
// Only what Node ships is imported before the packages are there.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { databaseAddress } from '../lib/database-address.mjs';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);

export const dataFolder = path.resolve(root, process.env.DATA_DIR ?? 'data');

function run(command, args, environment = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
  if (status !== 0) throw new Error(`${path.basename(command)} ${args.join(' ')} ended with status ${status}`);
}

/** Packages, where the lockfile is newer than what is installed. */
export function install() {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  const lock = path.join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing packages ...');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Name, size and time of every file below some folders: changes whenever a build would. */
function stamp(names) {
  const hash = createHash('sha256').update(process.version);
  const visit = (name) => {
    const full = path.join(root, name);
    if (!existsSync(full)) return;
    const { size, mtimeMs } = statSync(full);
    if (!statSync(full).isDirectory()) return void hash.update(`${name} ${size} ${mtimeMs}\n`);
    for (const child of readdirSync(full).sort()) if (child !== 'generated') visit(path.join(name, child));
  };
  names.forEach(visit);
  return hash.digest('hex');
}

function unchanged(file, value) {
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

/** The Prisma clients, one a database, where the schema changed. */
export function generate() {
  const mark = path.join(root, 'lib/cases/generated/stamp');
  const value = stamp(['prisma', 'prisma.config.ts', 'package-lock.json']);
  if (unchanged(mark, value)) return;
  console.log('Generating the database clients ...');
  for (const database of ['sqlite', 'postgres']) run(bin('prisma'), ['generate', '--schema', `prisma/${database}`], { PRISMA_HIDE_UPDATE_MESSAGE: '1' });
  writeFileSync(mark, value);
}

/** The production build, where a source changed. */
export async function build() {
  const mark = path.join(root, '.next/stamp');
  const value = stamp(['app', 'lib', 'public', 'prisma', 'proxy.ts', 'instrumentation.ts', 'next.config.ts', 'scripts/api-headers.mjs', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json']);
  if (existsSync(path.join(root, '.next/BUILD_ID')) && unchanged(mark, value)) return;
  console.log('Building ...');
  run(bin('next'), ['build'], { NEXT_TELEMETRY_DISABLED: '1' });
  await bundleWorkers();
  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, value);
}

/** What runs in worker threads, as files of their own: a server's bundle has no entry for them. */
export async function bundleWorkers(folder = path.join(root, '.next/workers')) {
  const { build: bundle } = await import('esbuild');
  await bundle({
    entryPoints: { diagnose: path.join(root, 'lib/http/diagnose-worker.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Node's own modules and packages that call `require` need one.
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
    logLevel: 'error',
  });
}

/** Brings the tables of the database at an address up to date, or of the one in a data folder where there is none. */
export async function migrateData(folder, address) {
  if (address !== undefined) {
    const { migratePostgres } = await import('./migrate-postgres.mjs');
    return migratePostgres(address);
  }
  const { migrate } = await import('./migrate.mjs');
  await migrate(folder, path.join(root, 'prisma/sqlite/migrations'));
}

/** The program that serves, with its arguments: the build, or for work on the sources Next's own server. */
export function serverCommand(port, host, dev = false) {
  return dev ? [path.join(root, 'node_modules/next/dist/bin/next'), 'dev', '-p', port, '-H', host] : [path.join(root, 'scripts/serve.mjs'), port, host];
}

/** Starts the server and hands its signals and its end on. */
function serve(dev = false) {
  const port = process.env.PORT ?? '3000';
  const host = process.env.HOST ?? '127.0.0.1';
  process.umask(0o077);
  const server = spawn(process.execPath, serverCommand(port, host, dev), {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DATA_DIR: dataFolder, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: dev ? 'development' : 'production' },
  });
  console.log(`Userns Doctor serves on http://${host}:${port}, with its data in ${databaseAddress() === undefined ? dataFolder : 'PostgreSQL'}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    install();
    generate();
    // An image is built where its data are not.
    if (process.argv.includes('--build')) await build();
    else await migrateData(dataFolder, databaseAddress());
    if (process.argv.includes('--serve')) {
      await build();
      serve();
    } else if (process.argv.includes('--dev')) {
      await bundleWorkers();
      serve(true);
    }
  } catch (error) {
    console.error(`Not ready to serve: ${error.message}`);
    process.exit(1);
  }
}
