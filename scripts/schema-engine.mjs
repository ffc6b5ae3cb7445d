#!/usr/bin/env node
// Stands in for the schema engine that Prisma's command line would download: the same JSON-RPC over standard input
// and output, served by the WASM build from npm (@prisma/schema-engine-wasm).
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';

const words = process.argv.slice(2);
const option = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const source = JSON.parse(option('--datasource') ?? '{}');
const postgres = /^postgres(?:ql)?:/.test(source.url ?? '');
const file = (source.url ?? 'file:./data/cases.db').replace(/^file:/, '');

const wasmFolder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
const bindings = await import(path.join(wasmFolder, 'schema_engine_bg.js'));
const wasm = await WebAssembly.instantiate(readFileSync(path.join(wasmFolder, 'schema_engine_bg.wasm')), {
  './schema_engine_bg.js': bindings,
});
bindings.__wbg_set_wasm(wasm.instance.exports);
wasm.instance.exports.__wbindgen_start();

const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
const { PrismaLibSql } = await import('@prisma/adapter-libsql');

/** Mends two faults of adapter-libsql 7.10: only the first statement of a script runs, and a missing table is not recognised. */
function mended(adapter) {
  return new Proxy(adapter, {
    get(target, key) {
      const value = Reflect.get(target, key, target);
      if (key === 'executeRaw') {
        return async (query) => {
          if (query.args.length > 0) return value.call(target, query);
          await target.executeScript(query.sql);
          return 0;
        };
      }
      if (['connect', 'connectToShadowDb', 'startTransaction'].includes(key)) {
        return async (...args) => mended(await value.apply(target, args));
      }
      if (key === 'queryRaw' || key === 'executeScript') return (...args) => value.apply(target, args).catch(rethrowMissingTable);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function rethrowMissingTable(error) {
  const table = /no such table: (.+)/.exec(error?.cause?.message ?? '')?.[1];
  if (table) error.cause = { ...error.cause, kind: 'TableDoesNotExist', table };
  throw error;
}

/** Passes PostgreSQL's "char" (18), which the catalogue returns and adapter-pg 7.10 does not know, as bpchar (1042). */
function charAsText(adapter) {
  const perform = adapter.performIO.bind(adapter);
  adapter.performIO = async (query) => {
    const answer = await perform(query);
    for (const field of answer.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 1042;
    return answer;
  };
  return adapter;
}

/** Mends two more of adapter-pg 7.10: its shadow database is the main one where an address is given, and is dropped while connected to. */
async function postgresFactory() {
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const fields = (await import('pg-connection-string')).parse(source.url);
  const made = new PrismaPg(fields);
  const connect = made.connect.bind(made);
  made.connect = async () => charAsText(await connect());
  made.connectToShadowDb = async () => {
    const main = await connect();
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    await main.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = charAsText(await new PrismaPg({ ...fields, database }).connect());
    const dispose = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await dispose();
      await main.executeScript(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      await main.dispose();
    };
    return shadow;
  };
  return made;
}

const factory = postgres ? await postgresFactory() : mended(new PrismaLibSql({ url: `file:${path.resolve(file)}` }));

function end(level, fields) {
  process.stderr.write(`{"level":"INFO","fields":{"message":"wasm"}}\n${JSON.stringify({ level, fields, target: 'schema_engine::logger' })}`);
  process.exit(level === 'INFO' ? 0 : 1);
}

if (words.includes('cli')) {
  const command = words[words.indexOf('cli') + 1];
  if (command === 'can-connect-to-database') {
    if (postgres) await factory.connect().then((adapter) => adapter.dispose(), (error) => end('ERROR', { is_panic: false, error_code: 'P1001', message: String(error) }));
    else if (!existsSync(file)) end('ERROR', { is_panic: false, error_code: 'P1003', message: `Database ${file} does not exist` });
    end('INFO', { message: 'Connection successful' });
  }
  if (command === 'create-database') {
    if (!postgres) writeFileSync(file, '', { flag: 'a', mode: 0o600 });
    end('INFO', { message: 'created' });
  }
  end('ERROR', { is_panic: false, error_code: 'P4000', message: `not supported: ${command}` });
}

const models = [];
for (let at = words.indexOf('--datamodels'); at >= 0 && words[at + 1] && !words[at + 1].startsWith('--'); at++) models.push(words[at + 1]);
const datamodels = models.length > 0 ? models.map((name) => [name, readFileSync(name, 'utf8')]) : undefined;
const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const { id, method, params } = JSON.parse(line);
  if (method === undefined) continue;
  try {
    if (method === 'devDiagnostic') {
      // The WASM build fails with P1014 where no migrations table is yet: make one first.
      const none = { ...params, migrationsList: { ...params.migrationsList, migrationDirectories: [] } };
      await engine.applyMigrations(none).catch(() => undefined);
    }
    const result = await engine[method](params);
    if (method === 'diff' && result.stdout) send({ method: 'print', params: { content: result.stdout }, id: `p${id}` });
    send({ id, result: result ?? null });
  } catch (error) {
    const details = error.code
      ? { is_panic: false, message: error.message, meta: error.meta ?? {}, error_code: error.code }
      : { is_panic: false, message: String(error.message ?? error), meta: null, backtrace: null };
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data: details } });
  }
}
