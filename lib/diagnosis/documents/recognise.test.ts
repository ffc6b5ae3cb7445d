import { expect, test } from 'vitest';
import { bundleConfig } from '../testing/bundle-config';
import { makeDocument } from './document';
import { recognise } from './recognise';

function regionsOf(text: string) {
  const document = makeDocument('pasted.txt', text);
  const { kind, regions } = recognise(document);
  return { kind, regions, kinds: regions.map((region) => region.kind), text: (index: number) => text.slice(regions[index]?.start, regions[index]?.end) };
}

test('a paste of several commands and their output is cut where it changes', () => {
  const text = [
    'root@node1:/srv/web# ls -ln',
    'total 8',
    'drwxr-xr-x 18 0 0 4096 Nov  1 10:00 rootfs',
    'root@node1:/srv/web# cat /etc/subuid',
    'app:100000:65536',
    'root@node1:/srv/web# sysctl user.max_user_namespaces',
    'user.max_user_namespaces = 0',
    'root@node1:/srv/web# uname -a',
    'Linux node1 6.8.0-45-generic #45-Ubuntu SMP x86_64 GNU/Linux',
    'root@node1:/srv/web# runc run web',
    'runc run failed: args must not be empty',
    '',
  ].join('\n');
  const { kind, kinds } = regionsOf(text);
  expect(kind).toBe('shell-session');
  expect(kinds).toEqual(['text', 'listing', 'text', 'subid', 'text', 'sysctl', 'text', 'versions', 'text', 'log']);
});

test('a config stands in a paste after `cat`, and what follows is read on', () => {
  const { regions } = regionsOf(`# cat config.json\n${bundleConfig()}\n# runc run web\nrunc run failed: args must not be empty\n`);
  expect(regions.map(({ kind }) => kind)).toContain('oci-config');
  expect(regions.at(-1)?.kind).toBe('log');
});

test('nothing is dropped and nothing is read twice', () => {
  const text = `prose before\n\n${bundleConfig()}\n\n$ id\nuid=1000(app) gid=1000(app)\n{"level":"error","msg":"x"}\n`;
  const { regions } = regionsOf(text);
  let end = 0;
  for (const region of regions) {
    expect(text.slice(end, region.start).trim()).toBe('');
    expect(region.start).toBeGreaterThanOrEqual(end);
    end = region.end;
  }
  expect(text.slice(end).trim()).toBe('');
});

test.each([
  ['oci-config', bundleConfig()],
  ['runtime-log', 'time="2026-03-01T10:00:00Z" level=error msg="runc run failed: args must not be empty"\n'],
  ['subid', 'app:100000:65536\ndeploy:165536:65536\n'],
  ['id-map', '         0      65536      65536\n'],
  ['sysctl', 'user.max_user_namespaces = 0\nkernel.unprivileged_userns_clone = 1\n'],
])('%s is told by its content', (kind, text) => {
  expect(regionsOf(text).kind).toBe(kind);
});
