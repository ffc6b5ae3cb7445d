import { expect, test } from 'vitest';
import { causeIds } from './cause-ids';
import { causeExamples } from '../examples/causes';
import { bundleConfig } from './testing/bundle-config';
import { asRoot, throughContainerd } from './testing/lines';
import { diagnose } from './diagnose';

const relative = bundleConfig({ root: { path: 'rootfs' } });
const denied = throughContainerd('error mounting "proc" to rootfs at "/proc": mkdir /run/containerd/io.containerd.runtime.v2.task/default/web/rootfs/proc: permission denied');
const started = asRoot('ctr run --config config.json web', denied);
const listing = 'drwxr-xr-x 3 0 0 4096 Nov 24 10:00 /mycontainer\ndrwxr-xr-x 18 0 0 4096 Nov 24 10:00 /mycontainer/rootfs\n';

const next = (...texts: readonly (readonly [name: string, text: string])[]) => diagnose(texts.map(([name, text]) => ({ name, text }))).next;

test('the patched config is diagnosed with the listing: the owner is what stops the next start', () => {
  const met = next(['config.json', relative], ['run.log', started], ['ls.txt', listing]);
  expect(met).toMatchObject({ cured: true, findings: [{ cause: 'rootfs-not-owned-by-mapping', confidence: 'possible' }], asks: [] });
});

test('a closed directory on the new path stops mapped root for certain', () => {
  const met = next(['config.json', relative], ['run.log', started], ['ls.txt', listing.replace('drwxr-xr-x 3', 'drwx------ 3')]);
  expect(met?.findings[0]).toMatchObject({ cause: 'rootfs-parent-not-traversable', confidence: 'certain' });
});

test('without a listing nothing is claimed, and the command that tells is asked for', () => {
  const met = next(['config.json', relative], ['run.log', started]);
  expect(met).toMatchObject({ cured: true, findings: [], asks: [{ command: 'namei -l /mycontainer/rootfs' }] });
  expect(met?.asks[0]?.tells).toContain('rootfs-parent-not-traversable');
});

test('all of it in one paste', () => {
  const met = next(['pasted.txt', `root@node1:/mycontainer# cat config.json\n${relative}\n${started}root@node1:/mycontainer# ls -ldn /mycontainer /mycontainer/rootfs\n${listing}`]);
  expect(met?.findings.map(({ cause }) => cause)).toEqual(['rootfs-not-owned-by-mapping']);
});

test('a broken file, once its comma is there, shows the fault behind it', () => {
  const broken = bundleConfig({ process: { user: { uid: 70000, gid: 0 } } }).replace('"ociVersion": "1.0.2",', '"ociVersion": "1.0.2"');
  expect(broken).not.toContain('"1.0.2",');
  expect(next(['config.json', broken])).toMatchObject({ cured: true, findings: [{ cause: 'process-user-unmapped' }] });
});

test('what only commands mend is not said to be cured, and the other proved fault comes next', () => {
  const config = bundleConfig({ process: { user: { uid: 70000, gid: 0 } } });
  const met = next(['config.json', config], ['run.log', throughContainerd('error mounting "proc" to rootfs at "/proc": mkdir /mycontainer/rootfs/proc: permission denied')], ['ls.txt', listing]);
  expect(met).toMatchObject({ cured: null, findings: [{ cause: 'process-user-unmapped' }], asks: [] });
});

test('a value that only the user knows: nothing is said of the next start', () => {
  expect(next(['config.json', relative], ['run.log', denied])).toBeUndefined();
});

test.each(causeIds)('the first fix of %s is never one that leaves the fault in the config', (id) => {
  const { next: met } = diagnose(Object.entries(causeExamples[id].bad).map(([name, text]) => ({ name, text })));
  expect(met?.cured).not.toBe(false);
});
