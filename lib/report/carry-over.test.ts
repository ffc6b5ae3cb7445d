import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose';
import { bundleConfig } from '../diagnosis/testing/bundle-config';
import { story } from '../../e2e/story';
import { carryOver } from './carry-over';

const carried = (texts: readonly { name: string; text: string }[]) => carryOver(texts, diagnose(texts));
const relative = story.relative.map(({ name, buffer }) => ({ name, text: buffer.toString() }));
const listing = 'drwxr-xr-x 18 0 0 4096 Nov 24 10:00 /mycontainer/rootfs\n';

test('the config is carried over with the fix applied and its format kept; logs and listings are left behind', () => {
  expect(carried([...relative, { name: 'ls.txt', text: listing }])).toEqual([{ name: 'config.json', text: bundleConfig() }]);
});

test('a config inside a session is cut out, mended', () => {
  const session = `root@node1:/mycontainer# cat config.json\n${bundleConfig({ root: { path: 'rootfs' } })}\n${relative[1]?.text ?? ''}`;
  expect(carried([{ name: 'pasted.txt', text: session }])).toEqual([{ name: 'config.json', text: bundleConfig() }]);
});

test('where only commands mend it, the config stays as it was', () => {
  const texts = story.notOwned.map(({ name, buffer }) => ({ name, text: buffer.toString() }));
  expect(carried(texts)).toEqual([{ name: 'config.json', text: bundleConfig() }]);
});

test('a value that only the user knows: what stands in the config now was not seen', () => {
  const texts = [
    { name: 'config.json', text: bundleConfig({ root: { path: 'rootfs' } }) },
    { name: 'run.log', text: 'ctr: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "proc" to rootfs at "/proc": mkdir /run/containerd/io.containerd.runtime.v2.task/default/web/rootfs/proc: permission denied: unknown\n' },
  ];
  const report = diagnose(texts);
  expect(JSON.stringify(report.findings[0]?.fixes[0]?.patch)).toMatch(/<[^<>]+>/);
  expect(carryOver(texts, report)).toEqual([]);
});

test('masked values stay masked, and nothing else of the config is touched', () => {
  const env = ['PATH=/bin', 'DB_PASSWORD=⟦env#1⟧'];
  const config = (path: string) => bundleConfig({ root: { path }, process: { env } });
  expect(carried([{ name: 'config.json', text: config('rootfs') }, ...relative.slice(1)])).toEqual([{ name: 'config.json', text: config('/mycontainer/rootfs') }]);
});
