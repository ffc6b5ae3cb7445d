import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { securityItems } from './items';

const root = path.resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
}
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([name]) => name !== '');
const numbers = (version: string) => version.split('-')[0]?.split('.').map(Number) ?? [];
const atLeast = (version: string, floor: string) => {
  const [have, want] = [numbers(version), numbers(floor)];
  const at = want.findIndex((number, index) => number !== have[index]);
  return at < 0 || (have[at] ?? 0) > (want[at] ?? 0);
};

// The releases of May 2026: a by-passed proxy, WebSocket SSRF, poisoned caches, XSS (CVE-2026-44573 to -44575, -45109).
test.each([['next', '16.2.6'], ['react', '19.2.6'], ['react-dom', '19.2.6']])('%s is %s at least', (name, floor) => {
  expect(atLeast(packages[`node_modules/${name}`]?.version ?? '0', floor)).toBe(true);
});

test('floors compare numbers, not texts', () => {
  expect([atLeast('16.10.0', '16.2.6'), atLeast('16.2.6', '16.2.6'), atLeast('16.2.5', '16.2.6'), atLeast('15.9.9', '16.2.6')]).toEqual([true, true, false, false]);
});

test('every package comes from the registry with its digest, none from git or an address', () => {
  const odd = locked.filter(([, { resolved, integrity, inBundle }]) => (resolved !== undefined && !/^https:\/\/[^/]+\/.+\.tgz$/.test(resolved)) || (integrity === undefined && !inBundle));
  expect(odd.map(([name]) => name)).toEqual([]);
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, range]) => !/^[\^~]?\d/.test(range))).toEqual([]);
});

test('packages that run a script when they are installed are these and no others', () => {
  const named = ['@prisma/engines', 'esbuild', 'fsevents', 'prisma', 'unrs-resolver'];
  const found = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name.replace(/^.*node_modules\//, ''));
  expect([...new Set(found)].filter((name) => !named.includes(name))).toEqual([]);
});

test('what is served with is under these licences and no others', () => {
  const allowed = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|CC-BY-4\.0|Unlicense|LGPL-3\.0-or-later|MPL-2\.0|BlueOak-1\.0\.0|Python-2\.0|EPL-2\.0)(?: (?:AND|OR) [\w.-]+)*$/i;
  const odd = locked.filter(([, { dev, license }]) => !dev && license !== undefined && !allowed.test(license.replace(/[()]/g, '')));
  expect(odd.map(([name, { license }]) => `${name}: ${license}`)).toEqual([]);
});

describe('the lint refuses what makes code or HTML of text, and SQL of our own', () => {
  const config = read('eslint.config.mjs');
  test.each([
    ['<p dangerouslySetInnerHTML={{ __html: x }} />', 'JSXAttribute'],
    ['element.innerHTML = x;', 'innerHTML'],
    ['Object.assign(a, b);', 'assign'],
    ['client.$queryRawUnsafe(x);', 'RawUnsafe'],
    ['client.$executeRawUnsafe(x);', 'RawUnsafe'],
    ['document.write(x);', 'document'],
  ])('%s', (code) => {
    // The selectors are taken from the config as it is written, so that taking one out is seen here.
    const selectors = [...config.matchAll(/selector: (?:"([^"]+)"|'([^']+)')/g)].map(([, double, single]) => JSON.parse(`"${(double ?? single ?? '').replaceAll('"', '\\"')}"`) as string);
    const rules = { 'no-restricted-syntax': ['error', ...selectors] as ['error', ...string[]] };
    const found = new Linter().verify(code, { languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } }, rules });
    expect(found.length).toBeGreaterThan(0);
  });
  test.each(['no-eval', 'no-new-func'])('%s is on', (rule) => expect(config).toContain(`'${rule}': 'error'`));
});

test('SECURITY.md says of every attack that does not apply why', () => {
  const policy = read('SECURITY.md');
  expect(securityItems.filter(({ waived }) => waived !== undefined && !policy.includes(waived)).map(({ number, waived }) => `${number}: ${waived}`)).toEqual([]);
});
