import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openApi } from './openapi';

const folder = path.resolve(import.meta.dirname, '../../app/api');
const described = openApi();

/** Every route of the app with the methods that it answers by more than a refusal. */
function routes(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts') && !file.includes('[...'))
    .flatMap((file) => {
      const address = `/api/${path.dirname(file).split(path.sep).join('/')}`.replace(/\[(\w+)\]/g, '{$1}');
      const source = readFileSync(path.join(folder, file), 'utf8');
      return [...source.matchAll(/export const (GET|POST|PUT|PATCH|DELETE) = (?:answering|\()/g)].map(([, method]) => `${method} ${address}`);
    });
}

test('every route is described, and nothing else', () => {
  const paths = Object.entries(described.paths).flatMap(([address, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${address}`));
  expect(paths.sort()).toEqual(routes().sort());
});

test('every reference leads to a schema, and every hole of an address is a parameter', () => {
  const names = new Set(Object.keys(described.components.schemas));
  const references = [...JSON.stringify(described).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '');
  expect(references.filter((name) => !names.has(name))).toEqual([]);
  for (const [address, operations] of Object.entries(described.paths)) {
    for (const { parameters = [] } of Object.values(operations) as { parameters?: { in: string; name: string }[] }[]) {
      const holes = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(holes);
    }
  }
});

test('the Report that is described is the one that is served', () => {
  const { Report } = described.components.schemas;
  expect(Report).toMatchObject({ type: 'object', properties: { verdict: { enum: ['diagnosed', 'healthy', 'unrelated', 'unknown'] }, findings: { type: 'array' }, next: { type: 'object' } } });
});
