import { expect, test } from 'vitest';
import { story } from '../../e2e/story';
import { renderReport } from '../report/render';
import { diagnose } from './diagnose';
import { bundleConfig } from './testing/bundle-config';

const report = (files: readonly { name: string; text: string }[]) => renderReport(diagnose(files), 'en');
const state = (name: keyof typeof story) => report(story[name].map(({ name: file, buffer }) => ({ name: file, text: buffer.toString() })));

test('through containerd a relative root.path is the cause, certain, proved on the config line and the log line', () => {
  const { findings } = state('relative');
  expect(findings[0]).toMatchObject({ cause: 'rootfs-path-relative', role: 'root-cause', confidence: 'certain' });
  expect(findings[0]?.evidence.map(({ document, quote }) => [document, quote])).toEqual([
    ['config.json', '"rootfs"'],
    ['output.txt', '/run/containerd/io.containerd.runtime.v2.task/default/mycontainer/rootfs/proc'],
  ]);
  expect(findings[0]?.fixes[0]?.patch).toEqual([{ op: 'replace', path: '/root/path', value: '/mycontainer/rootfs' }]);
});

test('with the path absolute and the rootfs owned by host root: its owner', () => {
  const { findings } = state('notOwned');
  expect(findings[0]).toMatchObject({ cause: 'rootfs-not-owned-by-mapping', confidence: 'certain' });
  expect(findings[0]?.fixes[0]?.commands).toContain('chown -hR --from=0:0 65536:65536 -- /mycontainer/rootfs');
});

test('with that mended and /mycontainer at 0700: the directory above', () => {
  const { findings } = state('closed');
  expect(findings[0]).toMatchObject({ cause: 'rootfs-parent-not-traversable', confidence: 'certain' });
  expect(findings[0]?.fixes[0]?.commands).toContain('chmod o+x -- /mycontainer');
});

test('with all mended: healthy, and the start was seen', () => {
  expect(state('mended')).toMatchObject({ verdict: 'healthy', started: true, findings: [] });
});

test('with runc itself the relative path is fine, and the report says so', () => {
  const { verdict, ruledOut } = report([
    { name: 'config.json', text: bundleConfig({ root: { path: 'rootfs' } }) },
    { name: 'output.txt', text: 'root@node1:/mycontainer# runc run mycontainer\nstarted\n' },
  ]);
  expect(verdict).toBe('healthy');
  expect(ruledOut.find(({ cause }) => cause === 'rootfs-path-relative')?.because).toContain('`runc` is started by itself');
});

test('a config alone, with no sign of the runtime: possible, with the deciding question', () => {
  const { findings, asks } = report([{ name: 'config.json', text: bundleConfig({ root: { path: 'rootfs' } }) }]);
  expect(findings[0]).toMatchObject({ cause: 'rootfs-path-relative', confidence: 'possible' });
  expect(asks[0]?.what).toContain('through containerd');
});

test('a foreign owner alone is no proof', () => {
  const listing = 'root@node1:/mycontainer# ls -ldn /mycontainer /mycontainer/rootfs\ndrwxr-xr-x 3 0 0 4096 Nov 24 10:00 /mycontainer\ndrwxr-xr-x 18 0 0 4096 Nov 24 10:00 /mycontainer/rootfs\n';
  expect(report([{ name: 'config.json', text: bundleConfig() }, { name: 'ls.txt', text: listing }]).findings).toEqual([]);
});
