#!/usr/bin/env node
// Starts the program `userns-doctor`. V8's code for it is kept from one run to the next in a folder of the user's own, as
// Node does by itself from 22.1 on (module.enableCompileCache): on Node 20 it halves the time until the first line is read.
'use strict';
const { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { Module } = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

const beside = path.join(__dirname, 'program.cjs');
const file = existsSync(beside) ? beside : inCheckout();

/** In a checkout the bundle is made where there is none, and anew where a source is newer. */
function inCheckout() {
  const bundle = path.join(__dirname, '../dist/cli/program.cjs');
  const sources = path.join(__dirname, '../lib');
  const changed = () => existsSync(sources) && readdirSync(sources, { recursive: true }).some((name) => statSync(path.join(sources, name)).mtimeMs > statSync(bundle).mtimeMs);
  if (!existsSync(bundle) || changed()) require('node:child_process').execFileSync(process.execPath, [path.join(__dirname, 'build-cli.mjs')], { stdio: ['ignore', 2, 2] });
  return bundle;
}

const source = readFileSync(file, 'utf8');
const kept = cacheFile();
const script = new vm.Script(Module.wrap(source), { filename: file, cachedData: kept && readOwn(kept) });
if (kept && script.cachedDataRejected !== false) process.once('exit', () => keep(kept, script));
script.runInThisContext()(exports, Module.createRequire(file), module, file, path.dirname(file));

/** Where the code is kept, by bundle and version of Node; nowhere without a home, and nowhere that others write to. */
function cacheFile() {
  const home = process.env.XDG_CACHE_HOME || (process.env.HOME && path.join(process.env.HOME, '.cache'));
  if (!home || !path.isAbsolute(home)) return undefined;
  const { size, mtimeMs } = statSync(file);
  return path.join(home, 'userns-doctor', `${process.version}-${size}-${Math.floor(mtimeMs)}.code`);
}

/** The bytes of a file that belongs to who runs this: code of anybody else is not run. */
function readOwn(name) {
  let opened;
  try {
    opened = openSync(name);
    const { uid, mode } = fstatSync(opened);
    return uid === process.geteuid?.() && (mode & 0o022) === 0 ? readFileSync(opened) : undefined;
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/** Without a place to write to the program only starts more slowly. */
function keep(name, compiled) {
  try {
    mkdirSync(path.dirname(name), { recursive: true, mode: 0o700 });
    const part = `${name}.${process.pid}`;
    writeFileSync(part, compiled.createCachedData(), { mode: 0o600, flag: 'wx' });
    renameSync(part, name);
  } catch {
    return;
  }
}
