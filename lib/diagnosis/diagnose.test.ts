import fc from 'fast-check';
import { expect, test } from 'vitest';
import { examples } from '../examples';
import { report as reportSchema } from '../contract/schemas';
import { renderReport } from '../report/render';
import { diagnose } from './diagnose';
import { bundleConfig, soundConfig, type Json } from './testing/bundle-config';
import { isLong } from './testing/short';

const runs = isLong ? 10_000 : 2000;

/** Members of a config, put where they do not belong. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 1.5, 1e21, 4294967295, 4294967296, '', '/', '..', '__proto__', [], {}, [[[]]], { toString: 1 }),
  fc.string(),
  fc.jsonValue(),
);

function mutate(value: unknown, choices: readonly number[], put: unknown): unknown {
  const [choice = 0, ...rest] = choices;
  if (choices.length === 0 || typeof value !== 'object' || value === null) return put;
  if (Array.isArray(value)) return value.map((one: unknown, index) => (index === choice % value.length ? mutate(one, rest, put) : one));
  const keys = Object.keys(value);
  const key = keys[choice % Math.max(1, keys.length)];
  return key === undefined ? put : { ...value, [key]: mutate((value as Json)[key], rest, put) };
}

const logs = examples.flatMap(({ files }) => files.filter(({ name }) => name !== 'config.json').map(({ text }) => text));

/** Cuts, repeats, swaps and inserts, as editors, terminals and trackers do to a text. */
const scramble = (text: string, cuts: readonly number[], noise: string) => {
  const [from = 0, to = 0, at = 0] = cuts.map((cut) => cut % (text.length + 1));
  return text.slice(0, from) + text.slice(Math.min(from, to), to) + noise + text.slice(at);
};

test('mutated configs and logs: no error, every quote stands where it says, the same input gives the same bytes', () => {
  const config = fc.tuple(fc.array(fc.nat(20), { maxLength: 5 }), odd).map(([choices, put]) => JSON.stringify(mutate(soundConfig, choices, put), undefined, 2) ?? '');
  const broken = fc.tuple(config, fc.array(fc.nat(4000), { minLength: 3, maxLength: 3 }), fc.string()).map(([text, cuts, noise]) => scramble(text, cuts, noise));
  const log = fc.tuple(fc.constantFrom(...logs), fc.array(fc.nat(4000), { minLength: 3, maxLength: 3 }), fc.string()).map(([text, cuts, noise]) => scramble(text, cuts, noise));
  fc.assert(
    fc.property(fc.oneof(config, broken), log, (first, second) => {
      const texts = [{ name: 'config.json', text: first }, { name: 'output.txt', text: second }];
      const report = diagnose(texts);
      expect(JSON.stringify(diagnose(texts))).toBe(JSON.stringify(report));
      const rendered = renderReport(report, 'en');
      for (const { evidence } of rendered.findings) {
        for (const { document, quote } of evidence) {
          expect(quote.trim()).not.toBe('');
          expect(texts.find(({ name }) => name === document)?.text).toContain(quote);
        }
      }
      if (rendered.verdict === 'diagnosed') expect(rendered.findings.filter(({ role }) => role === 'root-cause')).toHaveLength(1);
    }),
    { numRuns: runs, seed: 20261124 },
  );
}, 300_000);

test('every report fits the contract', () => {
  for (const { files } of examples) expect(reportSchema.safeParse(renderReport(diagnose(files), 'en')).error).toBeUndefined();
});

test('prototypes are left alone', () => {
  diagnose([{ name: 'config.json', text: '{"ociVersion":"1","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"linux":{"sysctl":{"__proto__":{"polluted":1}}}}' }]);
  expect(({} as Json).polluted).toBeUndefined();
});

test('a missing comma is a finding with its line, its column and an edit that mends it', () => {
  const text = bundleConfig().replace('"cwd": "/",', '"cwd": "/"');
  const [finding] = renderReport(diagnose([{ name: 'config.json', text }]), 'en').findings;
  expect(finding).toMatchObject({ cause: 'config-invalid', confidence: 'certain' });
  const line = text.split('\n').findIndex((one) => one.includes('"cwd"')) + 1;
  expect(finding?.fixes[0]?.edits).toEqual([{ startLine: line, startColumn: 15, endLine: line, endColumn: 15, text: ',' }]);
});

test('a long line, many lines and deep nesting end', () => {
  const long = `runc run failed: ${'error mounting '.repeat(100_000)}`;
  const many = 'time="x" level=error msg="boom"\n'.repeat(20_000);
  for (const text of [long, many, '['.repeat(100_000), '{"a":'.repeat(100_000)]) expect(diagnose([{ name: 'a', text }]).verdict).toBeDefined();
}, 60_000);

test('an extent that overlaps is named before the range that newuidmap refuses for it', () => {
  const config = bundleConfig({ linux: { uidMappings: [{ containerID: 0, hostID: 1000, size: 1 }, { containerID: 1, hostID: 1000, size: 65536 }] } });
  const text = 'newuidmap: uid range [1-65537) -> [1000-66536) not allowed\nwrite file `/proc/122/uid_map`: Invalid argument\n';
  const { findings } = diagnose([{ name: 'config.json', text: config }, { name: 'output.txt', text }]);
  expect(findings[0]).toMatchObject({ cause: 'mapping-overlap', role: 'root-cause', confidence: 'certain' });
});
