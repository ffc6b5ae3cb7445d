import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeDocument, quote } from './document';
import { readMembers } from './members';
import type { RegionKind } from './region';

const regionOf = (kind: RegionKind, text: string) => ({ document: makeDocument('x', text), start: 0, end: text.length, kind });
const read = (kind: RegionKind, text: string) =>
  readMembers(regionOf(kind, text)).map((members) => members.map(({ path, value }) => `${path.join('.')}=${value.value}`));

describe('YAML', () => {
  test('lists stand under their key, indented or not, and entries are counted', () => {
    expect(read('yaml', 'spec:\n  containers:\n  - name: a\n    image: b:1\n  - name: c\n  hostUsers: false # no\n')).toEqual([
      ['spec.containers.0.name=a', 'spec.containers.0.image=b:1', 'spec.containers.1.name=c', 'spec.hostUsers=false'],
    ]);
    expect(read('yaml', 'a:\n    - - x\n      - y\n    - {b: c, "d": [1, 2]}\n')[0]?.slice(0, 3)).toEqual(['a.0.0=x', 'a.0.1=y', 'a.1.b=c']);
  });

  test('words are unquoted, and a number sign inside a word is no comment', () => {
    expect(read('yaml', `a: "x # y"\n'b c': 'it''s'\nd: x#y\ne: !!str &f z\n`)).toEqual([['a=x # y', "b c=it's", 'd=x#y', 'e=z']]);
  });

  test('several documents are several lists', () => {
    expect(read('yaml', 'kind: A\n---\nkind: B\n...\n---\n')).toEqual([['kind=A'], ['kind=B']]);
  });

  test('a block of text is no member; one that holds a manifest is a document', () => {
    const text = 'data:\n  run.sh: |\n    hostNetwork: true\n  kubelet: |\n    kind: KubeletConfiguration\n    maxPods: 50\nz: 1\n';
    expect(read('yaml', text)).toEqual([['data.run.sh=hostNetwork: true', 'data.kubelet=kind: KubeletConfiguration', 'z=1'], ['kind=KubeletConfiguration', 'maxPods=50']]);
  });
});

test('TOML: dotted and quoted tables, tables in a list, lists over several lines', () => {
  const text = `version = 3
imports = ['a',
  "b", # c
]
[plugins.'io.containerd.cri.v1.runtime'.containerd]
  default_runtime_name = "runc"
  note = """
slow_chown = true
"""
  a.b = 0x1
[[plugins.x]]
  on = true
[[plugins.x]]
  on = false
`;
  expect(read('toml', text)).toEqual([
    [
      'version=3', 'imports.0=a', 'imports.1=b', 'plugins.io.containerd.cri.v1.runtime.containerd.default_runtime_name=runc',
      'plugins.io.containerd.cri.v1.runtime.containerd.a.b=0x1', 'plugins.x.0.on=true', 'plugins.x.1.on=false',
    ],
  ]);
});

test('JSON gives the same members', () => {
  expect(read('json', '{"a": {"b": [1, {"c": null}]}, "d": "e"}')).toEqual([['a.b.0=1', 'a.b.1.c=null', 'd=e']]);
});

const pieces = ['a:', ' - ', '\n', '  ', '"', "'", '{', '[', ']', '|', '#', '---\n', 'b: c', '[[x]]\n', '= ', '"""', ',', '\\', ':'];

test.each(['yaml', 'toml', 'json'] as const)('any text at all is read as %s, and each value stands where its span says', (kind) => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 60 }), (words) => {
      for (const { value, span } of readMembers(regionOf(kind, words.join(''))).flat()) {
        expect(span.start).toBeLessThanOrEqual(value.span.start);
        expect(value.span.end).toBeLessThanOrEqual(span.end);
        if (kind === 'yaml' && !/["'\\]/.test(quote(value.span))) expect(quote(value.span)).toBe(value.value);
      }
    }),
    { numRuns: 500, seed: 7 },
  );
});

test.each([
  ['yaml', `${'a:\n'}${'- '.repeat(100_000)}`],
  ['yaml', 'a: |\n b: |\n'.repeat(20_000)],
  ['yaml', `a: ${'['.repeat(100_000)}`],
  ['toml', `a = [${'"'.repeat(100_000)}`],
  ['toml', `[${'a.'.repeat(50_000)}`],
] as const)('a long and hostile %s is read in time', (kind, text) => {
  const before = performance.now();
  readMembers(regionOf(kind, text));
  expect(performance.now() - before).toBeLessThan(2000);
});
