import { describe, expect, it } from 'vitest';
import { renderReport } from '../../report/render';
import { diagnose } from '../diagnose';
import { bundleConfig } from '../testing/bundle-config';
import { runc, runcInit } from '../testing/lines';
import { containersNamed } from './containers';

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
const report = (files: Readonly<Record<string, string>>) => renderReport(diagnose(Object.entries(files).map(([name, text]) => ({ name, text }))), 'en');
const sandbox = (pod: string, id: string, said: string, time: string) =>
  `E${time}   1234 pod_workers.go:1301] "Error syncing pod, skipping" err="rpc error: code = Unknown desc = failed to start sandbox \\"${id}\\": failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: ${said}: unknown" pod="${pod}"\n`;
const noRange = 'unable to start container process: error during container init: error mounting "proc" to rootfs at "/proc": mount proc:/proc (via /proc/self/fd/7), flags: 0xe: operation not permitted';
const noProgram = 'unable to start container process: error during container init: exec: "/bin/nothere": stat /bin/nothere: no such file or directory';

describe('containersNamed', () => {
  it.each([
    ['err="x" pod="default/web"', ['default/web']],
    ['RunPodSandbox for &PodSandboxMetadata{Name:web,Uid:12-34,Namespace:default,Attempt:0,} failed', ['default/web']],
    [`open /run/containerd/io.containerd.runtime.v2.task/k8s.io/${first}/log.json: no such file`, [first]],
    [`failed to start sandbox "${first}": x`, [first]],
    [`pulled docker.io/library/busybox@sha256:${first}`, []],
  ])('%s', (text, names) => {
    expect([...new Set(containersNamed(text))]).toEqual(names);
  });
});

describe('several containers', () => {
  it('diagnoses the one that failed last, and says which failed as well', () => {
    const log = sandbox('default/web', first, noRange, '1124 10:00:00.000001') + sandbox('default/db', second, noProgram, '1124 10:00:05.000001');
    const { findings, limits } = report({ 'kubelet.log': log });
    expect(findings[0]?.cause).toBe('process-executable-missing');
    expect(limits).toEqual(['The container `default/web` failed as well (`kubelet.log`, line 1); the one that failed last was diagnosed.']);
  });

  it('orders two logs by time, not by name', () => {
    const { findings } = report({ 'a.log': sandbox('default/db', second, noProgram, '1124 10:00:05.000001'), 'b.log': sandbox('default/web', first, noRange, '1124 10:00:00.000001') });
    expect(findings[0]?.cause).toBe('process-executable-missing');
  });

  it('takes a pod that is tried again under another ID for one', () => {
    const log = sandbox('default/web', first, noRange, '1124 10:00:00.000001') + sandbox('default/web', second, noProgram, '1124 10:00:05.000001');
    expect(report({ 'kubelet.log': log }).limits).toEqual([]);
  });

  const healthy = bundleConfig();
  const broken = bundleConfig({ process: { args: ['/bin/nothere'] } });

  it('keeps the folders of two bundles apart', () => {
    const files = { 'all.tgz/db/config.json': broken, 'all.tgz/db/run.log': runcInit('exec: "/bin/nothere": stat /bin/nothere: no such file or directory'), 'all.tgz/web/config.json': healthy, 'all.tgz/web/run.log': 'up\n' };
    const { findings, limits } = report(files);
    expect(findings[0]?.cause).toBe('process-executable-missing');
    expect(findings[0]?.evidence.map(({ document }) => document)).not.toContain('all.tgz/web/config.json');
    expect(limits).toEqual(['What is in `all.tgz/web` belongs to another container; `all.tgz/db` was diagnosed.']);
  });

  it('reads the config of the container that the failing line names', () => {
    const config = (name: string, path: string) => bundleConfig({ root: { path }, linux: { cgroupsPath: `/containers/${name}` } });
    const log = runc('rootfs "/srv/db/rootfs" of container db-main: unable to start container process: chdir to cwd ("/") set in config.json failed: permission denied');
    const { limits } = report({ 'one.json': config('web-main', '/srv/web/rootfs'), 'two.json': config('db-main', '/srv/db/rootfs'), 'run.log': log });
    expect(limits).toEqual(['`one.json` holds another config; `two.json` was used.']);
  });
});
