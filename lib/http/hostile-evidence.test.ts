import { describe, expect, test } from 'vitest';
import { bundleConfig, soundConfig, type Json } from '../diagnosis/testing/bundle-config';
import { renderReport } from '../report/render';
import { diagnoseEvidence } from './diagnose-evidence';

const diagnosed = (...texts: readonly string[]) => diagnoseEvidence(texts.map((text, index) => ({ name: `${index}.txt`, bytes: text.length, text })), true);
/** Seconds of the processor: a machine is shared. */
const seconds = (work: () => unknown) => {
  const began = process.cpuUsage();
  work();
  return process.cpuUsage(began).user / 1_000_000;
};

describe('keys that pollute prototypes', () => {
  const poison = '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "prototype": {"polluted": 1}}';
  const places = ['process', 'root', 'mounts', 'hooks', 'annotations', 'linux'].map((name) => `{"ociVersion": "1.0.2", "${name}": ${poison}}`);
  const inner = ['sysctl', 'namespaces', 'uidMappings', 'resources', 'seccomp', 'rootfsPropagation'].map((name) => `{"ociVersion": "1.0.2", "linux": {"${name}": ${poison}}}`);
  test.each([poison, ...places, ...inner, `apiVersion: v1\nkind: Pod\nmetadata:\n  __proto__:\n    polluted: 1\n  annotations: ${poison}\n`, '[__proto__]\npolluted = 1\n[constructor.prototype]\npolluted = 1\n'])('%j', (text) => {
    renderReport(diagnosed(text).report, 'en');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(([] as unknown as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('values with the names of what every object has', () => {
  const names = ['toString', 'hasOwnProperty', 'valueOf', '__proto__', 'constructor'];
  const linux = soundConfig.linux as Json;
  const places: Readonly<Record<string, (name: string) => Json>> = {
    'type of a mount': (name) => ({ mounts: [{ destination: '/x', type: name, source: name, options: [name] }] }),
    'type of a namespace': (name) => ({ linux: { ...linux, namespaces: [...(linux.namespaces as Json[]), { type: name }] } }),
    sysctl: (name) => ({ linux: { ...linux, sysctl: JSON.parse(`{"${name}": "1"}`) as Json } }),
    capability: (name) => ({ process: { ...(soundConfig.process as Json), capabilities: { bounding: [name], effective: [name] } } }),
    annotation: (name) => ({ annotations: JSON.parse(`{"${name}": "${name}"}`) as Json }),
    limit: (name) => ({ process: { ...(soundConfig.process as Json), rlimits: [{ type: name, hard: 1, soft: 1 }] } }),
  };
  // A name that no table knows says what is found; the names of Object.prototype must find the same.
  test.each(Object.entries(places))('%s', (_, place) => {
    const causes = (name: string) => diagnosed(bundleConfig(place(name))).report.findings.map(({ cause }) => cause);
    for (const name of names) expect(causes(name), name).toEqual(causes('nothingKnown'));
  });
});

/** Four times the text may take four times as long; eleven leaves room for a busy machine, and sixteen would be its square. */
const most = 11;
const growth = (make: (count: number) => string, count: number) => {
  const least = (times: number) => Math.min(...[1, 2, 3].map(() => seconds(() => diagnosed(make(count * times)))));
  return least(4) / Math.max(least(1), 0.005);
};

describe('what there is much of takes time in proportion', () => {
  const linux = soundConfig.linux as Json;
  const extents = (count: number) => Array.from({ length: count }, (_, index) => ({ containerID: index * 2, hostID: 100_000 + index * 2, size: 1 }));
  const texts: Readonly<Record<string, (count: number) => string>> = {
    mounts: (count) => bundleConfig({ mounts: Array.from({ length: count }, (_, index) => ({ destination: `/m${index}`, type: 'bind', source: `/s${index}`, options: ['rbind'] })) }),
    mappings: (count) => bundleConfig({ linux: { ...linux, uidMappings: extents(count), gidMappings: extents(count) } }),
    'one string': (count) => bundleConfig({ hostname: 'x'.repeat(count * 100) }),
    'one line': (count) => `runc run failed: ${'a "b": c/d=e '.repeat(count * 10)}\n`,
    'nested quotes': (count) => '"\\'.repeat(count * 10),
    brackets: (count) => '['.repeat(count * 10),
    'equal lines': (count) => 'level=error msg="runc run failed: mkdir /x: permission denied"\n'.repeat(count),
    'equal keys': (count) => `{${Array.from({ length: count }, () => '"linux": {"uidMappings": []}').join(',')}}`,
  };
  test.each(Object.entries(texts))('%s', (_, make) => expect(growth(make, 300)).toBeLessThan(most));
});

test.each(['password=', '"a": "', 'Authorization: ', 'eyJ', '-----BEGIN PRIVATE KEY-----', 'a@b:', 'https://u:p', '\\"', 'AKIA', 'key-', '--password ', 'x=y ', '\u200b', '\u001b[0m', 'data:\n  a: ', 'machine a login b '])(
  '%j over and over takes time in proportion to mask and to read',
  (piece) => expect(growth((count) => piece.repeat(count), 500)).toBeLessThan(most),
);

test('a line of ten mebibytes is cut for the patterns, and what stands at its end is found', () => {
  const { report } = diagnosed(`${'x'.repeat(10 * 1024 * 1024)} runc run failed: user namespaces enabled, but no uid mappings found\n`);
  expect(renderReport(report, 'en').findings[0]?.cause).toBe('userns-without-mappings');
});

test('a key in letters of another script is another key, as it is for runc', () => {
  const { uidMappings, ...rest } = soundConfig.linux as Json;
  const cyrillic = JSON.stringify({ ...soundConfig, linux: { ...rest, 'uidM\u0430ppings': uidMappings } });
  expect(diagnosed(cyrillic).report.findings[0]?.cause).toBe('userns-without-mappings');
});
