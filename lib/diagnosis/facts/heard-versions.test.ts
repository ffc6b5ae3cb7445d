import { expect, test } from 'vitest';
import { quote } from '../documents/document';
import { diagnose } from '../diagnose';
import { writeRanges } from '../messages/version-range';
import { gatherFacts } from './gather-facts';

const heard = (text: string) => gatherFacts([{ name: 'run.log', text }]).heardVersions;
const init = 'runc run failed: unable to start container process: error during container init: ';

test.each([
  [`time="2026-03-01T10:00:00Z" level=error msg="${init}error mounting \\"proc\\" to rootfs at \\"/proc\\": mount proc:/proc (via /proc/self/fd/7), flags: 0xe: operation not permitted"`, 'runc', '>=1.1.0-rc.1 <1.2'],
  [`${init}error mounting "proc" to rootfs at "/proc": mount src=proc, dst=/proc, dstFd=/proc/thread-self/fd/8, flags=0xe: operation not permitted`, 'runc', '>=1.2.0-rc.1 <1.2.7 || >=1.3.0-rc.1 <1.3.0'],
  [`${init}error mounting "proc" to rootfs at "/proc": mount src=proc, dst=/proc, dstFd=/proc/thread-self/fd/8, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC: operation not permitted`, 'runc', '>=1.2.7 <1.3 || >=1.3.0'],
  ['docker: Error response from daemon: OCI runtime create failed: container_linux.go:367: starting container process caused: process_linux.go:495: container init caused: rootfs_linux.go:60: mounting "proc" to rootfs at "/proc" caused: operation not permitted: unknown.', 'runc', '>=1.0.0-rc93 <1.0.0-rc94'],
  ['docker: Error response from daemon: oci runtime error: container_linux.go:348: starting container process caused "process_linux.go:402: container init caused \\"open /a: permission denied\\""', 'runc', '>=1.0.0-rc5 <1.0.0-rc6'],
  ['User namespaces enabled, but no uid mappings found.', 'runc', '>=1.0.0-rc4 <1.2'],
  ['runc run failed: user namespaces enabled, but no uid mappings found', 'runc', '>=1.2.0-rc.1'],
  ['Error: crun: mount `proc` to `proc`: Operation not permitted: OCI permission denied', 'crun', '>=1.8'],
  ['crun: unknown version specified', 'crun', '<1.14.3'],
  ['ctr: failed to create shim: OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "sh": executable file not found in $PATH: unknown', 'containerd', '>=1.5.0 <1.6'],
  ['  Warning  FailedCreatePodSandBox  2s  kubelet  Failed to create pod sandbox: the feature gate "UserNamespacesSupport" is disabled: can\'t set spec.HostUsers', 'kubelet', '>=1.30 <1.36'],
])('%s', (line, program, range) => {
  const told = heard(`${line}\n`)?.get(program);
  expect(told && writeRanges(told.ranges)).toBe(range);
  expect(told && quote(told.span)).toBe(line);
});

test('several lines leave what all of them allow', () => {
  const told = heard(`${init}error preparing rootfs: permission denied\nrunc create failed: failed to fulfil mount request: open /a: permission denied\n`)?.get('runc');
  expect(told && writeRanges(told.ranges)).toBe('>=1.2.0-rc.1');
});

test('a version that was printed wins, and a contradiction is told', () => {
  const texts = [{ name: 'session.txt', text: 'crun: unknown version specified\n$ crun --version\ncrun version 1.28\n' }];
  expect(gatherFacts(texts).heardVersions).toBeUndefined();
  expect(diagnose(texts).limits).toMatchObject([{ key: 'general/limitVersionDiffers', values: { program: 'crun', range: '<1.14.3', printed: '1.28' } }]);
});

test('lines of two versions tell none', () => {
  const texts = [{ name: 'run.log', text: 'User namespaces enabled, but no uid mappings found.\nrunc run failed: user namespaces enabled, but no uid mappings found\n' }];
  expect(gatherFacts(texts).heardVersions).toBeUndefined();
  expect(diagnose(texts).limits.map(({ key }) => key)).toEqual(['general/limitWordsDiffer']);
});

test('prose tells no version', () => {
  expect(heard('It worked before, but now User namespaces enabled, but no uid mappings found is all that I see.\n')).toBeUndefined();
});

test('the report says which versions the words leave', () => {
  const [told] = diagnose([{ name: 'run.log', text: 'User namespaces enabled, but no uid mappings found.\n' }]).heardVersions ?? [];
  expect(told).toMatchObject({ program: 'runc', range: '>=1.0.0-rc4 <1.2', evidence: { document: 'run.log', startLine: 1, quote: 'User namespaces enabled, but no uid mappings found.' } });
});
