import { expect, test } from 'vitest';
import { diagnose } from '../diagnose';
import { bundleConfig } from '../testing/bundle-config';

const message = 'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: unable to setup user: cannot setuid to unmapped uid 70000 in user namespace: unknown';
const config = (over: object) => JSON.parse(bundleConfig({ annotations: { 'io.kubernetes.cri.container-type': 'container' }, ...over })) as object;
const inspected = (status: object, runtimeSpec: object) => [{ name: 'inspect.json', text: JSON.stringify({ status, info: { runtimeSpec } }, undefined, 2) }];
const wanted = config({ root: { path: 'rootfs' }, process: { user: { uid: 70000, gid: 0 }, args: ['sh'], cwd: '/' } });

test('the config that crictl inspect shows is read, and quoted by its pointer in that document', () => {
  const report = diagnose(inspected({ state: 'CONTAINER_EXITED', reason: 'StartError', message }, wanted));
  const [root] = report.findings;
  expect([root?.cause, root?.confidence]).toEqual(['process-user-unmapped', 'certain']);
  expect(root?.evidence.map(({ pointer }) => pointer)).toContain('/info/runtimeSpec/process/user/uid');
  expect(report.findings.map(({ cause }) => cause), 'the CRI writes a relative root.path itself').not.toContain('rootfs-path-relative');
});

test('no patch is made for what an engine prints; a note says where the change belongs', () => {
  const fixes = diagnose(inspected({ state: 'CONTAINER_EXITED', reason: 'StartError', message }, wanted)).findings.flatMap((finding) => finding.fixes);
  expect(fixes.flatMap(({ patch }) => patch)).toEqual([]);
  expect(fixes[0]?.notes.map(({ key }) => key)).toContain('general/shownConfig');
});

test('a container that crictl, docker or podman says to run has started', () => {
  expect(diagnose(inspected({ state: 'CONTAINER_RUNNING', reason: '', message: '' }, config({}))).verdict).toBe('healthy');
  expect(diagnose([{ name: 'inspect.json', text: JSON.stringify([{ Id: '5f2a', State: { Status: 'running', Running: true, Error: '' } }], undefined, 2) }]).started).toBe(true);
  expect(diagnose([{ name: 'inspect.json', text: JSON.stringify([{ Id: '5f2a', State: { Status: 'created', Running: false, Error: '' } }], undefined, 2) }]).started).toBeNull();
});

test('`ctr containers info` and `nerdctl inspect --mode=native` show a config as well', () => {
  const mapless = config({ linux: { uidMappings: [], gidMappings: [], namespaces: [{ type: 'user' }] } });
  for (const shown of [{ ID: 'web', Spec: mapless }, [{ ID: 'web', Spec: mapless }]]) {
    expect(diagnose([{ name: 'info.json', text: JSON.stringify(shown, undefined, 2) }]).findings[0]?.cause).toBe('userns-without-mappings');
  }
});
