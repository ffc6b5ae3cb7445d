import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { CauseId } from '../../lib/diagnosis/cause-ids';
import { diagnose } from '../../lib/diagnosis/diagnose';
import { renderReport } from '../../lib/report/render';

const isHere = spawnSync('jq', ['--version']).status === 0;
if (!isHere && process.env.CI && process.getuid?.() === 0) throw new Error('jq is not installed');

const extents = (...list: readonly (readonly [containerID: number, hostID: number, size: number])[]) => list.map(([containerID, hostID, size]) => ({ containerID, hostID, size }));
const runc = (text: string) => `time="2026-03-01T10:00:00Z" level=error msg=${JSON.stringify(`runc run failed: ${text}`)}\n`;

/** A line of a log alone, the config that lies in the user's directory, and what the first fix of the cause makes of it. */
const rows: readonly { readonly cause: CauseId; readonly said: string; readonly before: unknown; readonly after: unknown }[] = [
  {
    cause: 'mapping-overlap',
    said: 'write to `uid_map`: Invalid argument\n',
    before: { linux: { uidMappings: extents([0, 1000, 1], [1, 1000, 65536]), gidMappings: extents([0, 5, 10], [2, 50, 3], [10, 9, 4]) } },
    after: { linux: { uidMappings: extents([0, 1000, 1], [1, 100_000, 65536]), gidMappings: extents([0, 5, 10], [10, 100_000, 4]) } },
  },
  {
    cause: 'mapping-range-invalid',
    said: 'write to `uid_map`: Invalid argument\n',
    before: { linux: { uidMappings: [{ containerID: 0, hostID: '100000', size: 0 }], gidMappings: extents([0, 4_294_950_000, 65536]) } },
    after: { linux: { uidMappings: extents([0, 100_000, 65536]), gidMappings: extents([0, 4_294_950_000, 17_295]) } },
  },
  {
    cause: 'mapping-too-many-extents',
    said: 'write to `uid_map`: Invalid argument\n',
    before: { linux: { uidMappings: extents([1, 101, 1], [0, 100, 1], [2, 102, 5], [10, 300, 1]) } },
    after: { linux: { uidMappings: extents([0, 100, 7], [10, 300, 1]) } },
  },
  {
    cause: 'idmap-mount-unprivileged',
    said: runc('id-mapped mounts are not supported for rootless containers'),
    before: { mounts: [{ destination: '/proc' }, { destination: '/data', options: ['rbind', 'ridmap'], uidMappings: [], gidMappings: [] }] },
    after: { mounts: [{ destination: '/proc' }, { destination: '/data', options: ['rbind'] }] },
  },
  {
    cause: 'mount-destination-invalid',
    said: runc('unable to start container process: error during container init: error mounting "/srv/hello" to rootfs at "/proc/version": "/srv/web/rootfs/proc/version" cannot be mounted because it is inside /proc'),
    before: { mounts: [{ destination: '/proc' }, { destination: '/proc/version' }] },
    after: { mounts: [{ destination: '/proc' }] },
  },
  {
    cause: 'capability-or-nnp-limits',
    said: "su: can't set groups: Operation not permitted\n",
    before: { process: { capabilities: { bounding: ['CAP_SETUID'], permitted: ['CAP_SETUID'] } } },
    after: { process: { capabilities: { bounding: ['CAP_SETUID', 'CAP_SETGID'], permitted: ['CAP_SETUID', 'CAP_SETGID'], effective: ['CAP_SETGID', 'CAP_SETUID'] } } },
  },
  {
    cause: 'sysctl-denied',
    said: runc('unable to start container process: error during container init: open /proc/sys/net/ipv4/ip_forward: permission denied'),
    before: { linux: { sysctl: { 'net/ipv4/ip_forward': '1', 'net.ipv4.tcp_syncookies': '1' } } },
    after: { linux: { sysctl: { 'net.ipv4.tcp_syncookies': '1' } } },
  },
  {
    cause: 'rlimit-raise-denied',
    said: 'setrlimit `RLIMIT_NPROC`: Operation not permitted\n',
    before: { process: { rlimits: [{ type: 'RLIMIT_NPROC', soft: 9, hard: 9 }, { type: 'RLIMIT_CORE', soft: 0, hard: 0 }] } },
    after: { process: { rlimits: [{ type: 'RLIMIT_CORE', soft: 0, hard: 0 }] } },
  },
  {
    cause: 'device-node-denied',
    said: runc('unable to start container process: error during container init: error creating device nodes: mount /dev/ttyUSB0:/dev/ttyUSB0 (via /proc/self/fd/8), flags: 0x1000: no such file or directory'),
    before: { linux: { devices: [{ path: '/dev/ttyUSB0' }, { path: '/dev/fuse' }] } },
    after: { linux: { devices: [{ path: '/dev/fuse' }] } },
  },
];

test.skipIf(!isHere).each(rows)('the first fix of $cause edits a config that was not given', ({ cause, said, before, after }) => {
  const finding = renderReport(diagnose([{ name: 'run.log', text: said }]), 'en').findings.find((one) => one.cause === cause);
  const commands = finding?.fixes[0]?.commands ?? [];
  const folder = mkdtempSync(path.join(tmpdir(), 'edits-'));
  try {
    const file = path.join(folder, 'config.json');
    writeFileSync(file, JSON.stringify(before));
    expect(commands.length).toBeGreaterThan(0);
    expect(spawnSync('sh', ['-e', '-c', commands.join('\n')], { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(after);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
