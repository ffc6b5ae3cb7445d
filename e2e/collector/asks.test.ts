import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collections } from '../../lib/diagnosis/facts/collect';
import type { FactName } from '../../lib/diagnosis/facts/facts';
import { gatherFacts } from '../../lib/diagnosis/facts/gather-facts';
import { collect, collector } from './run-collector';
import { makeBundle, makePrograms, sampleConfig } from './sample-bundle';

let home = '';
let bundle = '';
let env = process.env;
/** Every command that the collector shows, over all of its ways. */
const shown = new Set<string>();

const prompt = /^[\w.-]+@node\S*[#$] /;
const user = os.userInfo();

beforeAll(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'asks-'));
  bundle = makeBundle(home, 'bundle');
  env = { ...process.env, PATH: `${makePrograms(path.join(home, 'programs'))}:${process.env.PATH ?? ''}` };
  const ways = [['--bundle', bundle], ['--rootless'], ['--pod', 'default/web'], ['--docker', 'web'], ['--container', 'web']];
  for (const way of ways) {
    for (const line of collect(way, { env }).text?.split('\n') ?? []) if (prompt.test(line)) shown.add(line.replace(prompt, ''));
  }
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const names = Object.keys(collections) as FactName[];

/** An ask as its reader would type it: the placeholders filled. */
function typed(name: FactName): string {
  return (collections[name]?.({}).command ?? '')
    .replaceAll("'<bundle directory>'", bundle)
    .replaceAll("'<absolute path of the rootfs>'", `${bundle}/rootfs`)
    .replaceAll("'<namespace>'", 'default')
    .replaceAll("'<pod>'", 'web')
    .replaceAll("'<user>'", user.username)
    .replaceAll('$(id -u)', String(user.uid))
    .replaceAll("'<the command that starts it>'", 'runc run web')
    .replaceAll('sh collect.sh', `sh ${collector} -o ${path.join(home, 'again.txt')}`);
}

const isCollector = (command: string) => command.includes(collector);

describe('the collector runs what is asked for', () => {
  test.each(names)('%s', (name) => {
    const command = typed(name);
    expect(command).not.toBe('');
    if (isCollector(command)) return;
    // Two answers to one question: each is a command of its own; an exit status belongs to what is before it.
    const parts = command.includes('echo $?') ? [command] : command.split('; ');
    for (const part of parts) {
      const [file] = /\/(?:var\/lib\/kubelet|sys\/fs\/cgroup\/user\.slice)\/\S+/.exec(part) ?? [];
      // What is not on this machine is not shown by a `cat` of the collector either.
      if (file !== undefined && !existsSync(file) && !shown.has(part)) continue;
      expect([...shown]).toContain(part);
    }
  });
});

describe('the engine reads the fact from what it prints', () => {
  test.each(names)('%s', (name) => {
    const command = typed(name);
    const absent = /\/(?:var\/lib\/kubelet|sys\/fs\/cgroup\/user\.slice)\/\S+/.exec(command)?.[0];
    if (absent !== undefined && !existsSync(absent)) {
      console.log(`${name}: ${absent} is not on this machine`);
      return;
    }
    const config = name === 'rootfsPathAbsent' ? JSON.stringify({ ...sampleConfig, root: undefined }) : undefined;
    makeBundle(home, 'bundle', name === 'rootfsOnHost' ? JSON.stringify({ ...sampleConfig, root: { path: '/srv/rootfs' } }) : config);
    rmSync(path.join(home, 'again.txt'), { force: true });
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', env, cwd: bundle });
    const sign = user.uid === 0 ? '#' : '$';
    const session = `${user.username}@node:${bundle}${sign} ${command}\n${stdout}${stderr}${user.username}@node:${bundle}${sign} true\n`;
    const text = isCollector(command) ? readFileSync(path.join(home, 'again.txt'), 'utf8') : session;
    // Where two runtimes are installed, their versions do not tell which one is used.
    expect(gatherFacts([{ name: 'pasted.txt', text }])).toHaveProperty(name === 'runtime' ? 'versions' : name);
  });
});
