import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PatchOperation } from '../report';
import { applyPatch } from './apply-patch';

const text = '{\n  "root": {\n    "path": "rootfs"\n  },\n  "mounts": [\n    "a",\n    "b",\n    "c"\n  ],\n  "none": []\n}\n';

describe('only what changes is written anew', () => {
  const cases: readonly (readonly [string, PatchOperation, string, string])[] = [
    ['a value is replaced', { op: 'replace', path: '/root/path', value: '/srv/rootfs' }, '"path": "rootfs"', '"path": "/srv/rootfs"'],
    ['the first element goes', { op: 'remove', path: '/mounts/0' }, '    "a",\n', ''],
    ['one in the middle goes', { op: 'remove', path: '/mounts/1' }, '    "b",\n', ''],
    ['the last element goes with the comma before it', { op: 'remove', path: '/mounts/2' }, ',\n    "c"', ''],
    ['an element is put at the end', { op: 'add', path: '/mounts/-', value: 'd' }, '"c"', '"c",\n    "d"'],
    ['a member is put at the end of its object', { op: 'add', path: '/root/readonly', value: false }, '"path": "rootfs"', '"path": "rootfs",\n    "readonly": false'],
    ['an empty list gets its first element', { op: 'add', path: '/none/-', value: { type: 'user' } }, '"none": []', '"none": [\n    {\n      "type": "user"\n    }\n  ]'],
  ];
  for (const [title, operation, before, after] of cases) {
    test(title, () => {
      expect(applyPatch(text, [operation])).toBe(text.replace(before, after));
    });
  }

  test('a config on one line stays on one line', () => {
    expect(applyPatch('{"a": [1, 2], "b": {}}', [{ op: 'add', path: '/a/-', value: 3 }, { op: 'add', path: '/b/c', value: [4] }])).toBe('{"a": [1, 2, 3], "b": {"c": [4]}}');
  });
});

test.each(['/nothing/here', '/mounts/9', '/__proto__/x', '/constructor/prototype/x', ''])('%j does not fit, and nothing is changed', (path) => {
  expect(applyPatch(text, [{ op: 'replace', path, value: 1 }])).toBeUndefined();
});

test.each(['/__proto__/x', '/constructor/prototype/x', '/root/__proto__'])('%j is refused where a document has such keys of its own, too', (path) => {
  const polluting = '{"__proto__": {"x": 0}, "constructor": {"prototype": {"x": 0}}, "root": {"__proto__": 0, "x": 0}}';
  expect(applyPatch(polluting, [{ op: 'replace', path, value: 1 }])).toBeUndefined();
  expect(applyPatch(polluting, [{ op: 'replace', path: '/root/x', value: 1 }])).toContain('"x": 1');
});

type Value = { [key: string]: unknown };

/** What RFC 6902 asks for, on values. */
function applied(value: Value, operation: PatchOperation): Value {
  const copy = structuredClone(value);
  const keys = operation.path.split('/').slice(1);
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((node, key) => (node as Value)[key], copy) as Value | unknown[];
  if (Array.isArray(parent)) {
    const index = last === '-' ? parent.length : Number(last);
    if (operation.op === 'remove') parent.splice(index, 1);
    else parent.splice(index, operation.op === 'add' ? 0 : 1, operation.value);
  } else if (operation.op === 'remove') Reflect.deleteProperty(parent, last);
  else parent[last] = operation.value;
  return copy;
}

test('the text parses to what the operation makes of the value, in any formatting', () => {
  const json = fc.jsonValue({ maxDepth: 2 });
  const input = fc.record({
    value: fc.record({ list: fc.array(json, { maxLength: 4 }), object: fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), json, { maxKeys: 4 }) }),
    indent: fc.constantFrom(0, 2, 4, '\t'),
    put: json,
    at: fc.nat(),
    kind: fc.constantFrom('add', 'replace', 'remove'),
    where: fc.constantFrom('list', 'object'),
  });
  fc.assert(
    fc.property(input, ({ value, indent, put, at, kind, where }) => {
      const names = where === 'list' ? value.list.map((_, index) => String(index)) : Object.keys(value.object);
      const known = names.length === 0 ? undefined : names[at % names.length];
      if (kind !== 'add' && known === undefined) return;
      const name = kind === 'add' ? (where === 'list' ? (known ?? '-') : 'added') : known;
      const path = `/${where}/${name ?? ''}`;
      const operation: PatchOperation = kind === 'remove' ? { op: 'remove', path } : { op: kind === 'add' ? 'add' : 'replace', path, value: put };
      const after = applyPatch(JSON.stringify(value, undefined, indent), [operation]);
      expect(JSON.parse(after ?? 'null')).toEqual(JSON.parse(JSON.stringify(applied(value, operation))));
    }),
    { numRuns: 500, seed: 5 },
  );
});
