import { describe, expect, test } from 'vitest';
import { diagnose } from '../../diagnosis/diagnose';
import { bundleConfig } from '../../diagnosis/testing/bundle-config';
import { compareEvidence, type Compared, type Side } from './compare-evidence';
import { compareLines } from './compare-lines';
import { maskNoise } from './mask-noise';

const side = (...texts: readonly (readonly [name: string, text: string])[]): Side => {
  const named = texts.map(([name, text]) => ({ name, text }));
  return { texts: named, report: diagnose(named) };
};
const config = (changes: Parameters<typeof bundleConfig>[0]) => ['config.json', bundleConfig(changes)] as const;
const values = ({ fact, name, a, b }: Compared) => [fact, name, ...[a, b].map((one) => (typeof one === 'string' ? one : one.value))];
const id = 'a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2';

describe('two starts by meaning', () => {
  test('one case twice: nothing differs, and nothing is one-sided', () => {
    const one = side(config({}), ['ls.txt', 'root@n1:/# ls -ldn /mycontainer\ndrwx------ 3 0 0 4096 Nov 24 10:00 /mycontainer\n']);
    const { different, oneSided, same } = compareEvidence(one, one);
    expect([different, oneSided]).toEqual([[], []]);
    expect(same.length).toBeGreaterThan(10);
  });

  test('works on node A, fails on node B: what the cause is judged on stands first', () => {
    const listing = (mode: string, day: string) => `root@node1:/# ls -ldn /mycontainer /mycontainer/rootfs\n${mode} 3 0 0 4096 Nov ${day} 10:00 /mycontainer\ndrwxr-xr-x 18 65536 65536 4096 Nov 24 10:00 /mycontainer/rootfs\n`;
    const denied =
      'root@node1:/mycontainer# ctr run --config config.json mycontainer\nctr: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "proc" to rootfs at "/proc": mkdir /mycontainer/rootfs/proc: permission denied: unknown\n';
    const works = side(config({ hostname: 'a' }), ['out.txt', 'root@node1:/mycontainer# ctr run --config config.json mycontainer\nstarted\n'], ['ls.txt', listing('drwxr-xr-x', '23')], ['sys.txt', '$ uname -r\n6.8.0-45-generic\n']);
    const fails = side(config({ hostname: 'b', process: { args: ['sh', '-c', 'true'], cwd: '/' } }), ['out.txt', denied], ['ls.txt', listing('drwx------', '24')], ['sys.txt', '$ uname -r\n5.15.0-1-generic\n']);
    const { different } = compareEvidence(works, fails);
    const first = different[0];
    expect(first && values(first)).toEqual(['files', '/mycontainer', '0:0 0755', '0:0 0700']);
    expect(first?.decides).toContain('rootfs-parent-not-traversable');
    expect(different.map(({ fact }) => fact)).toEqual(expect.arrayContaining(['processArgs', 'versions']));
    expect(different.findIndex(({ fact }) => fact === 'processArgs')).toBeGreaterThan(different.findIndex(({ fact }) => fact === 'files'));
  });

  test('maps are ranges: written in another way they are the same', () => {
    const mappings = (hostID: number, order: readonly string[]) => {
      const extent: Record<string, number> = { containerID: 0, hostID, size: 65536 };
      return { linux: { namespaces: [{ type: 'user' }], uidMappings: [Object.fromEntries(order.map((key) => [key, extent[key]]))], gidMappings: [extent] } };
    };
    const one = side(config(mappings(100_000, ['containerID', 'hostID', 'size'])));
    const other = side(config(mappings(100_000, ['size', 'hostID', 'containerID'])));
    expect(compareEvidence(one, other).different).toEqual([]);
    const moved = compareEvidence(one, side(config(mappings(200_000, ['containerID', 'hostID', 'size'])))).different;
    expect(moved.map(values)).toContainEqual(['uidMap', '', '0–65535 → 100000–165535', '0–65535 → 200000–265535']);
  });

  test('mounts by destination, wherever they stand and however their options are ordered', () => {
    const proc = { destination: '/proc', type: 'proc', source: 'proc' };
    const data = (options: readonly string[], source = '/srv/data') => ({ destination: '/data', type: 'bind', source, options });
    const one = side(config({ mounts: [proc, data(['rbind', 'ro'])] }));
    expect(compareEvidence(one, side(config({ mounts: [data(['ro', 'rbind']), proc] }))).different).toEqual([]);
    const { different } = compareEvidence(one, side(config({ mounts: [proc, data(['rbind', 'ro'], '/mnt/nfs')] })));
    expect(different.map(values)).toEqual([['mounts', '/data', 'bind /srv/data rbind,ro', 'bind /mnt/nfs rbind,ro']]);
    expect(compareEvidence(one, side(config({ mounts: [proc] }))).different.map(values)).toEqual([['mounts', '/data', 'bind /srv/data rbind,ro', 'absent']]);
  });

  test('ids and times are no difference; what nobody looked at is no absence', () => {
    const volume = (pod: string) => ({ mounts: [{ destination: '/v', type: 'bind', source: `/var/lib/kubelet/pods/${pod}/volumes/x`, options: ['rbind'] }] });
    const one = side(config(volume('0f0f0f0f-1111-2222-3333-444444444444')), ['sysctl.txt', '$ sysctl user.max_user_namespaces\nuser.max_user_namespaces = 0\n']);
    const { different, oneSided } = compareEvidence(one, side(config(volume('1a1a1a1a-1111-2222-3333-444444444444'))));
    expect(different).toEqual([]);
    expect(oneSided.map(values)).toContainEqual(['sysctls', 'user.max_user_namespaces', '0', 'untold']);
  });
});

test('noise is masked, and what decides is not', () => {
  expect(maskNoise(`time="2026-11-24T10:00:00.123Z" id=${id} pid=4242 /proc/4242/ns uid 100000`)).toBe('time="‹time›" id=‹id› pid=‹pid› /proc/‹pid›/ns uid 100000');
  expect(maskNoise('Nov 24 10:00:00 node containerd[812]: hostID 4294967295 size 65536')).toBe('‹time› node containerd[‹pid›]: hostID 4294967295 size 65536');
  expect(maskNoise(`sha256:${id} 165536165536 deadbeef`)).toBe(`sha256:${id} 165536165536 deadbeef`);
});

test('lines that only one side has, errors first', () => {
  const log = (second: number, more: string) => [{ name: 'a.log', text: `time="2026-11-24T10:00:0${second}Z" level=info msg="create ${id}"\nnote\n${more}` }];
  const { a, b } = compareLines(log(1, ''), log(2, 'step 1\nmount failed: permission denied\n'));
  expect(a).toEqual({ count: 0, shown: [] });
  expect(b.count).toBe(2);
  expect(b.shown.map(({ line, severe }) => [line, severe])).toEqual([[4, true], [3, false]]);
});
