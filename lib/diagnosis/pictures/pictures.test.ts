import { describe, expect, test } from 'vitest';
import { gatherFacts } from '../facts/gather-facts';
import { bundleConfig } from '../testing/bundle-config';
import { drawPictures } from './draw';
import { fallOf, holesOf } from './falls';

const draw = (files: Readonly<Record<string, string>>) => drawPictures(gatherFacts(Object.entries(files).map(([name, text]) => ({ name, text }))));
const listing = (...lines: string[]) => `root@node1:/# ls -ldn /mycontainer /mycontainer/rootfs\n${lines.join('\n')}\n`;
const extents = (...maps: (readonly [number, number, number])[]) => maps.map(([containerID, hostID, size]) => ({ containerID, hostID, size }));

describe('the map of IDs', () => {
  const uids = (map: unknown) => draw({ 'config.json': bundleConfig({ linux: { uidMappings: map } }) })?.idMaps.find(({ which }) => which === 'uid');

  test('an extent, the user of the process, and where the number stands', () => {
    const config = bundleConfig({ process: { user: { uid: 70000 } } });
    const map = draw({ 'config.json': config })?.idMaps[0];
    const line = config.split('\n').findIndex((one) => one.includes('"uid": 70000')) + 1;
    expect(map?.extents).toEqual([expect.objectContaining({ container: 0, host: 65536, size: 65536, trouble: 'none' })]);
    expect(map?.ids).toEqual([{ side: 'container', id: 70000, bearer: 'process-user', at: { document: 'config.json', line } }]);
  });

  test('overlaps on either side and the end of all IDs', () => {
    expect(uids(extents([0, 100000, 1000], [500, 300000, 10], [2000, 500000, 1]))?.extents.map(({ trouble }) => trouble)).toEqual(['overlap', 'overlap', 'none']);
    expect(uids(extents([0, 100000, 1000], [1000, 100999, 1]))?.extents.map(({ trouble }) => trouble)).toEqual(['overlap', 'overlap']);
    expect(uids(extents([0, 4294967000, 295]))?.extents[0]?.trouble).toBe('none');
    expect(uids(extents([0, 4294967000, 296]))?.extents[0]?.trouble).toBe('beyond-end');
  });

  test('numbers that no reader takes are kept as written', () => {
    const map = uids([{ containerID: 0, hostID: -1, size: 10 }]);
    expect(map?.extents).toEqual([]);
    expect(map?.unreadable.map(({ text }) => text)).toEqual(['0 -1 10']);
  });

  test('owners of the rootfs and of volumes, and granted ranges', () => {
    const bind = { destination: '/data', type: 'bind', source: '/srv/data', options: ['rbind'] };
    const mapped = { ...bind, source: '/srv/shifted', options: ['rbind', 'idmap'] };
    const map = draw({
      'config.json': bundleConfig({ mounts: [bind, mapped] }),
      'ls.txt': 'root@node1:/# ls -ldn /mycontainer/rootfs /srv/data /srv/shifted\ndrwxr-xr-x 2 65536 65536 40 Nov 24 10:00 /mycontainer/rootfs\ndrwxr-xr-x 2 1000 1000 40 Nov 24 10:00 /srv/data\ndrwxr-xr-x 2 7 7 40 Nov 24 10:00 /srv/shifted\n',
      subuid: 'root@node1:/# cat /etc/subuid\nalice:100000:65536\n',
    })?.idMaps[0];
    expect(map?.ids.filter(({ side }) => side === 'host').map(({ bearer, path, id }) => [bearer, path, id])).toEqual([
      ['rootfs', '/mycontainer/rootfs', 65536],
      // The source of an idmapped mount shows other owners inside.
      ['volume', '/srv/data', 1000],
    ]);
    expect(map?.granted).toEqual([{ owner: 'alice', start: 100000, count: 65536, at: { document: 'subuid', line: 2 } }]);
  });

  test('where an ID falls', () => {
    const drawn = uids(extents([0, 100000, 1000], [2000, 200000, 10]))?.extents ?? [];
    expect(fallOf(drawn, 'container', 999)).toEqual({ kind: 'inside', other: 100999 });
    expect(fallOf(drawn, 'container', 1000)).toEqual({ kind: 'hole' });
    expect(fallOf(drawn, 'container', 2010)).toEqual({ kind: 'beyond' });
    expect(fallOf(drawn, 'host', 200009)).toEqual({ kind: 'inside', other: 2009 });
    expect(fallOf(drawn, 'host', 0)).toEqual({ kind: 'below' });
    expect(holesOf(drawn, 'container')).toEqual([{ start: 1000, end: 2000 }]);
    expect(holesOf(drawn, 'host')).toEqual([{ start: 101000, end: 200000 }]);
    expect(holesOf(uids(extents([1, 100000, 10]))?.extents ?? [], 'container')).toEqual([{ start: 0, end: 1 }]);
  });
});

describe('the walk down a path', () => {
  const walk = (...lines: string[]) => draw({ 'config.json': bundleConfig(), 'ls.txt': listing(...lines) })?.walks[0];
  const passes = (...lines: string[]) => walk(...lines)?.steps.map((step) => step.passes);

  test('mapped root is stopped by a closed directory that is not its own', () => {
    const drawn = walk('drwx------ 3 0 0 4096 Nov 24 10:00 /mycontainer', 'drwxr-xr-x 18 65536 65536 4096 Nov 24 10:00 /mycontainer/rootfs');
    expect(drawn?.walker).toEqual({ uid: 65536, gid: 65536 });
    expect(drawn?.steps).toEqual([
      { path: '/', kind: 'not-shown', passes: 'unknown' },
      { path: '/mycontainer', kind: 'directory', uid: 0, gid: 0, mode: 0o700, passes: 'no', mapped: false, at: { document: 'ls.txt', line: 2 } },
      { path: '/mycontainer/rootfs', kind: 'directory', uid: 65536, gid: 65536, mode: 0o755, passes: 'yes', mapped: true, at: { document: 'ls.txt', line: 3 } },
    ]);
  });

  test.each([
    ['the bit of others', 'drwx-----x 3 0 0', 'yes'],
    ['the bit of the owner', 'drwx------ 3 65536 0', 'yes'],
    ['the owner without the bit, whatever others may', 'drw----r-x 3 65536 0', 'no'],
    ['the bit of the group', 'drwx--x--- 3 0 65536', 'yes'],
    ['the group without the bit, whatever others may', 'drwx-----x 3 0 65536', 'no'],
    ['a closed directory whose owner and group are mapped', 'd--------- 3 66536 65537', 'yes'],
    ['an access list', 'drwx------+ 3 0 0', 'unknown'],
  ])('%s', (_, entry, wanted) => {
    expect(passes(`${entry} 4096 Nov 24 10:00 /mycontainer`, 'drwxr-xr-x 18 65536 65536 4096 Nov 24 10:00 /mycontainer/rootfs')?.[1]).toBe(wanted);
  });

  test('without a map nobody is said to be stopped', () => {
    const drawn = draw({ 'config.json': bundleConfig({ linux: { uidMappings: undefined, gidMappings: undefined } }), 'ls.txt': listing('drwx------ 3 0 0 4096 Nov 24 10:00 /mycontainer') });
    expect(drawn?.walks[0]?.steps.map((step) => step.passes)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  test('nothing is drawn where no directory was shown', () => {
    expect(draw({ 'config.json': bundleConfig() })?.walks).toEqual([]);
  });
});

describe('namespaces', () => {
  const namespaces = (list: unknown) => draw({ 'config.json': bundleConfig({ linux: { namespaces: list } }) })?.namespaces.map(({ type, state, owner }) => `${type} ${state} ${owner}`);

  test('new ones belong to the new user namespace, joined ones to who made them, the rest to the host', () => {
    const list = [{ type: 'user' }, { type: 'pid' }, { type: 'network', path: '/proc/1/ns/net' }, { type: 'ipc', path: '/run/netns/ipc' }];
    expect(namespaces(list)).toEqual(['user new host', 'mount host host', 'pid new container', 'network joined host', 'ipc joined unknown', 'uts host host', 'cgroup host host']);
  });

  test('with a joined user namespace new ones belong to that; without one to the host', () => {
    expect(namespaces([{ type: 'user', path: '/proc/7/ns/user' }, { type: 'mount' }])?.slice(0, 2)).toEqual(['user joined unknown', 'mount new joined']);
    expect(namespaces([{ type: 'mount' }])?.slice(0, 2)).toEqual(['user host host', 'mount new host']);
  });

  test('one that few use is drawn where it is named', () => {
    expect(namespaces([{ type: 'user' }, { type: 'time' }])?.at(-1)).toBe('time new container');
  });
});

test('an upload that shows nothing to draw has no pictures', () => {
  expect(draw({ 'run.log': 'runc run failed: something never heard of\n' })).toBeUndefined();
});
