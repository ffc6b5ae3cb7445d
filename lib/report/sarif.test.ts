import { expect, test } from 'vitest';
import { z } from 'zod';
import { causeExamples } from '../examples/causes';
import { causeIds } from '../diagnosis/cause-ids';
import { diagnose } from '../diagnosis/diagnose';
import { renderReport } from './render';
import { reportSarif } from './sarif';

/** The parts that the schema of SARIF 2.1.0 requires, its enumerations, and what it allows of positions; other members may stand beside them. */
const message = z.looseObject({ text: z.string().min(1) });
const relative = z.string().regex(/^[^:?#\s]+$/).refine((uri) => !uri.startsWith('/') && !uri.split('/').includes('..'));
const artifactLocation = z.looseObject({ uri: relative });
const position = z.number().int().min(1);
const region = z.looseObject({ startLine: position, startColumn: position, endLine: position, endColumn: position });
const location = z.looseObject({ physicalLocation: z.looseObject({ artifactLocation, region: region.extend({ snippet: message }) }), message });
const result = z.looseObject({
  ruleId: z.string(),
  ruleIndex: z.number().int().min(0).optional(),
  kind: z.enum(['notApplicable', 'pass', 'fail', 'review', 'open', 'informational']),
  level: z.enum(['none', 'note', 'warning', 'error']),
  message,
  locations: z.array(location),
  relatedLocations: z.array(location).optional(),
  fixes: z.array(z.looseObject({ artifactChanges: z.array(z.looseObject({ artifactLocation, replacements: z.array(z.looseObject({ deletedRegion: region })).min(1) })).min(1) })).optional(),
});
const log = z.looseObject({
  version: z.literal('2.1.0'),
  $schema: z.url(),
  runs: z.array(
    z.looseObject({
      tool: z.looseObject({ driver: z.looseObject({ name: z.string().min(1), rules: z.array(z.looseObject({ id: z.string().min(1), helpUri: z.url() })) }) }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      artifacts: z.array(z.looseObject({ location: artifactLocation, length: z.number().int().min(-1) })),
      results: z.array(result),
    }),
  ),
});

const sarifOf = (texts: Readonly<Record<string, string>>) => reportSarif(renderReport(diagnose(Object.entries(texts).map(([name, text]) => ({ name, text }))), 'en'));

test.each(causeIds)('the log of %s has what the schema requires', (id) => {
  const sarif = sarifOf(causeExamples[id].bad);
  expect(log.safeParse(sarif).error).toBeUndefined();
  const [run] = sarif.runs;
  for (const one of run?.results ?? []) {
    // A level belongs to what fails (3.27.10), and an index to the rule of its name (3.27.6).
    expect(one.level === 'none').toBe(one.kind !== 'fail');
    if (one.ruleIndex !== undefined) expect(run?.tool.driver.rules[one.ruleIndex]?.id).toBe(one.ruleId);
  }
  expect(run?.results[0]).toMatchObject({ ruleId: id, kind: 'fail', level: 'error' });
});

test('a broken config has its edit as a replacement', () => {
  const fixes = sarifOf({ 'config.json': '{"ociVersion": "1.0.2" "root": {"path": "/srv/web/rootfs"}, "process": {}, "linux": {}}' }).runs[0]?.results.flatMap((one) => one.fixes ?? []);
  expect(fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent).toEqual({ text: ',' });
});

test.each(['https://evil.example/x', '//evil.example/x', '../../etc/passwd', 'javascript:alert(1)', '..', 'a b?c#d', '\ud800'])('the name %j is no address of another place', (name) => {
  const sarif = sarifOf({ [name]: 'runc run failed: user namespaces enabled, but no uid mappings found\n' });
  expect(log.safeParse(sarif).error).toBeUndefined();
  expect(sarif.runs[0]?.artifacts[0]?.location.uri).not.toMatch(/:|^\/|\.\.\//);
});

test('a line that nothing knows is for a person to look at, and a healthy start has no result', () => {
  expect(sarifOf({ 'a.log': 'runc run failed: something never heard of\n' }).runs[0]?.results).toMatchObject([{ kind: 'review', level: 'none' }]);
  expect(sarifOf(causeExamples['rootfs-path-relative'].good).runs[0]?.results).toEqual([]);
});
