import { describe, expect, test } from 'vitest';
import { makeDocument, positionAt, quote } from './document';
import { asFlag, asText, asUint32, at, elements, readJson, type JsonNode } from './json';

function read(text: string) {
  const document = makeDocument('config.json', text);
  return readJson({ document, start: 0, end: text.length });
}

const troubles = (text: string) => read(text).trouble.map(({ kind, span }) => `${kind} ${positionAt(span.document, span.start).line}:${positionAt(span.document, span.start).column}`);

describe('as Go reads it', () => {
  test('the last of two equal keys wins, and objects are merged', () => {
    const tree = read('{"root": {"path": "a", "readonly": true}, "root": {"path": "b"}}');
    expect(asText(at(tree, 'root', 'path'))?.value).toBe('b');
    expect(asFlag(at(tree, 'root', 'readonly'))?.value).toBe(true);
    expect(tree.accepted).toBe(true);
  });

  test('keys are compared without regard to case', () => {
    expect(asText(at(read('{"Root": {"PATH": "a"}}'), 'root', 'path'))?.value).toBe('a');
  });

  test('text after the first value is not read', () => {
    const tree = read('{"root": {"path": "a"}} {"root": {"path": "b"}}');
    expect(asText(at(tree, 'root', 'path'))?.value).toBe('a');
    expect(tree.trouble.map(({ kind }) => kind)).toContain('trailing-text');
  });

  test('a byte order mark is refused', () => {
    expect(read('\uFEFF{}').accepted).toBe(false);
  });

  test.each(['1e3', '1.0', '-1', '4294967296', '01', '"1"', 'null'])('%s is no uint32', (text) => {
    expect(asUint32(at(read(`{"size": ${text}}`), 'size'))).toBeUndefined();
  });

  test.each(['0', '4294967295', '65536'])('%s is one', (text) => {
    expect(asUint32(at(read(`{"size": ${text}}`), 'size'))?.value).toBe(Number(text));
  });

  test.each(['{"a": 1,}', '{a: 1}', "{'a': 1}", '{"a": 1', '{"a": tru}', '["\t"]', '{"a" 1}', '// no\n{}', '', '{"a": 0x1}', '"\\x"'])('%j is refused', (text) => {
    expect(read(text).accepted).toBe(false);
  });
});

test('where it breaks, and the edit that mends it', () => {
  const text = '{\n  "cwd": "/"\n  "args": ["sh"]\n}\n';
  expect(troubles(text)).toEqual(['syntax 3:3']);
  const [trouble] = read(text).trouble;
  expect(trouble).toMatchObject({ expected: ',', edit: { text: ',' } });
  expect(asText(elements(at(read(text), 'args'))[0])?.value).toBe('sh');
});

test('every value stands where its span says, with its pointer', () => {
  const text = '{"a~b/c": [1, {"d": "é\\u0041\\ud83d\\ude00"}], "e": null}';
  const seen: string[] = [];
  const visit = (node: JsonNode | undefined) => {
    if (!node) return;
    seen.push(`${node.span.pointer ?? ''} ${quote(node.span)}`);
    if (node.kind === 'object') for (const { value } of node.members) visit(value);
    if (node.kind === 'array') for (const value of node.elements) visit(value);
  };
  visit(read(text).root);
  expect(seen.slice(1)).toEqual([
    '/a~0b~1c [1, {"d": "é\\u0041\\ud83d\\ude00"}]',
    '/a~0b~1c/0 1',
    '/a~0b~1c/1 {"d": "é\\u0041\\ud83d\\ude00"}',
    '/a~0b~1c/1/d "é\\u0041\\ud83d\\ude00"',
    '/e null',
  ]);
  expect(asText(at(read(text), 'a~b/c', 1, 'd'))?.value).toBe('éA😀');
});

test('100,000 brackets are told as too deep, and end', () => {
  expect(read('['.repeat(100_000)).trouble.map(({ kind }) => kind)).toContain('too-deep');
  expect(read(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`).accepted).toBe(false);
});

test('keys that mean something to JavaScript are ordinary keys', () => {
  const tree = read('{"__proto__": {"polluted": true}, "constructor": 1}');
  expect(asFlag(at(tree, '__proto__', 'polluted'))?.value).toBe(true);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
