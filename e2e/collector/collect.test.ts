import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gatherFacts } from '../../lib/diagnosis/facts/gather-facts';
import { redact } from '../../lib/redaction/redact';
import { collect, collector, shellsHere } from './run-collector';

const canary = 'kanarienvogel-4711';
const config = {
  ociVersion: '1.0.2',
  process: {
    user: { uid: 0, gid: 0 },
    args: ['sh', '--password', canary, `--token=${canary}`],
    env: ['PATH=/usr/bin:/bin', `DB_PASSWORD=${canary}`, `quoted=a "${canary}" \\`, `lines=${canary}\n${canary}`],
    cwd: '/',
  },
  root: { path: 'rootfs', readonly: true },
  mounts: [{ destination: '/proc', type: 'proc', source: 'proc' }, { destination: '/data', type: 'bind', source: '/etc', options: ['rbind', 'ro'] }],
  hooks: { prestart: [{ path: '/bin/true', env: [`HOOK=${canary}`] }] },
  annotations: { note: canary, nested: `{"env":["A=${canary}"]}` },
  linux: {
    uidMappings: [{ containerID: 0, hostID: 100000, size: 65536 }],
    gidMappings: [{ containerID: 0, hostID: 100000, size: 65536 }],
    namespaces: [{ type: 'pid' }, { type: 'mount' }, { type: 'user' }],
  },
};

let home = '';
beforeAll(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'collector-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function bundleAt(name: string, text = JSON.stringify(config, undefined, 2)): string {
  const folder = path.join(home, name);
  mkdirSync(path.join(folder, 'rootfs'), { recursive: true });
  writeFileSync(path.join(folder, 'config.json'), text);
  return folder;
}

describe.each(shellsHere().map((shell) => [shell.join(' '), shell] as const))('%s', (_, shell) => {
  test('takes what the engine reads', () => {
    const folder = bundleAt('plain');
    const { status, text = '' } = collect(['--bundle', folder, '--', 'sh', '-c', 'echo ran; exit 3'], { shell });
    expect(status).toBe(0);
    const facts = gatherFacts(redact([{ name: 'collected.txt', text }]).texts);
    expect(facts.config?.value).toBe('whole');
    expect(facts.rootfsPath?.value).toBe('rootfs');
    expect(facts.uidMap?.value.extents.map(({ hostId }) => hostId.value)).toEqual([100000]);
    expect(facts.caller?.value.uid).toBe(process.getuid?.());
    expect(facts.versions?.get('linux')?.value).toBe(os.release());
    expect(facts.files?.at(`${folder}/rootfs`)?.uid).toBe(statSync(`${folder}/rootfs`).uid);
    expect(facts.hostMounts?.some(({ target }) => target === '/proc')).toBe(true);
    expect(facts.sysctls?.get('user.max_user_namespaces')?.value).toMatch(/^\d+$/);
    expect(text).toContain('ran\n');
    expect(text).toMatch(/echo \$\?\n3\n/);
  });

  test.each(['indented', 'on one line'])('no value of the environment leaves, %s', (form) => {
    const folder = bundleAt(`canary ${form}`, JSON.stringify(config, undefined, form === 'indented' ? '\t' : undefined));
    const { text = '', stdout } = collect(['--bundle', folder, '--', 'sh', '-c', `echo ${canary}`], { shell });
    expect(text).toContain('DB_PASSWORD=');
    expect(text).not.toContain(canary);
    expect(stdout.split('Taken into')[1]).not.toContain(canary);
  });
});

test('the script passes ShellCheck', ({ skip }) => {
  const { error, stdout, status } = spawnSync('shellcheck', [collector], { encoding: 'utf8' });
  if (error) return skip('shellcheck is not installed');
  expect(stdout).toBe('');
  expect(status).toBe(0);
});
