import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'fflate';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RenderedReport } from '../diagnosis/report';
import { engineVersion } from '../diagnosis/engine-version';
import { causeExamples } from '../examples/causes';
import { fleetOf } from '../examples/fleet';
import { tarOf } from '../intake/testing/tar-of';
import { builtProgram, type BuiltProgram } from './testing/program';

let program: BuiltProgram;
beforeAll(async () => {
  program = await builtProgram();
});

const { bad, good } = causeExamples['rootfs-path-relative'];
const unknown = 'runc run failed: something never heard of\n';

describe('a diagnosis', () => {
  test('ends with what was found, in each format', async () => {
    const cwd = program.folderWith(bad);
    const names = Object.keys(bad);
    const text = await program.run(names, { cwd });
    expect(text).toMatchObject({ status: 1, err: '' });
    expect(text.out).toMatch(/^DIAGNOSED: /);
    const json = await program.run(['-f', 'json', ...names], { cwd });
    expect((JSON.parse(json.out) as RenderedReport).findings[0]?.cause).toBe('rootfs-path-relative');
    expect(json.status).toBe(1);
    const sarif = await program.run(['--format=sarif', ...names], { cwd });
    expect(isSarif(JSON.parse(sarif.out))).toEqual([]);
  });

  test.each([
    ['a sound start', good, 0],
    ['a line that nothing knows', { 'a.log': unknown }, 2],
  ] as const)('%s', async (_, files, status) => {
    const cwd = program.folderWith({ ...files });
    expect((await program.run(Object.keys(files), { cwd })).status).toBe(status);
  });

  test('reads standard input, and archives', async () => {
    const line = 'runc run failed: user namespaces enabled, but no uid mappings found\n';
    expect(await program.run(['-'], { input: line })).toMatchObject({ status: 1, out: expect.stringContaining('pasted.txt:1') });
    const archive = gzipSync(await tarOf(...Object.entries(bad).map(([name, text]) => [{ name }, text] as const)));
    const cwd = program.folderWith({ 'bundle.tgz': archive });
    expect((await program.run(['bundle.tgz'], { cwd })).out).toContain('rootfs-path-relative');
  });

  test('of a log larger than what is accepted, by its excerpt', async () => {
    const ordinary = 'time="2026-01-01T00:00:00Z" level=info msg="event published"\n'.repeat(4000);
    const { status, out } = await program.run(['-'], { input: `${ordinary}runc run failed: user namespaces enabled, but no uid mappings found\n`, env: { MAX_UPLOAD_BYTES: '100000' } });
    expect(status).toBe(1);
    expect(out).toContain('pasted.txt:4001');
  });

  test('a cause that is less sure than asked for is open', async () => {
    const config = Object.entries(bad).filter(([name]) => name === 'config.json');
    const cwd = program.folderWith(Object.fromEntries(config));
    expect((await program.run(['config.json'], { cwd })).status).toBe(1);
    expect((await program.run(['--fail-on', 'certain', 'config.json'], { cwd })).status).toBe(2);
  });

  test('answers in Chinese where it is asked to, and by the locale', async () => {
    const cwd = program.folderWith(bad);
    for (const run of [program.run(['--lang', 'zh', ...Object.keys(bad)], { cwd }), program.run(Object.keys(bad), { cwd, env: { LC_ALL: 'zh_CN.UTF-8' } })]) {
      expect((await run).out).toMatch(/^已诊断/);
    }
  });

  test('prints no control character of the evidence', async () => {
    const hostile = 'runc run failed: exec: "/bin/\u001b]0;title\u0007\u009b2J\u202ex": no such file or directory\n\u001b[2Ksomething failed: \u001b[8m\n';
    const cwd = program.folderWith({ 'a.log': hostile });
    for (const format of ['text', 'json', 'sarif']) {
      const { out, err } = await program.run(['-f', format, 'a.log'], { cwd });
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(out.length).toBeGreaterThan(100);
      expect(err).toBe('');
    }
  });
});

describe('a check', () => {
  test('takes each config by itself, with the facts of the host', async () => {
    const cwd = program.folderWith({ 'bad.json': bad['config.json'] ?? '', 'good.json': good['config.json'] ?? '', 'facts.txt': '$ runc --version\nrunc version 1.2.4\n' });
    const { status, out } = await program.run(['check', '--host', 'facts.txt', '-f', 'json', 'bad.json', 'good.json'], { cwd });
    const { checked } = JSON.parse(out) as { checked: { config: string; report: RenderedReport }[] };
    expect(checked.map(({ config, report }) => [config, report.verdict])).toEqual([['bad.json', 'diagnosed'], ['good.json', 'healthy']]);
    expect(checked.every(({ report }) => report.documents.some(({ name }) => name === 'facts.txt'))).toBe(true);
    expect(status).toBe(1);
    expect(await program.run(['check', 'good.json'], { cwd })).toEqual({ status: 0, out: 'good.json: Healthy\n', err: '' });
  });

  test('writes one run of SARIF with the paths as they were given', async () => {
    const cwd = program.folderWith({ 'a.json': bad['config.json'] ?? '', 'b.json': bad['config.json'] ?? '' });
    const sarif = JSON.parse((await program.run(['check', '--format', 'sarif', 'a.json', './b.json'], { cwd })).out) as { runs: { artifacts: { location: { uri: string } }[] }[] };
    expect(isSarif(sarif)).toEqual([]);
    expect(sarif.runs.map(({ artifacts }) => artifacts.map(({ location }) => location.uri))).toEqual([['a.json', 'b.json']]);
  });
});

test('a fleet: an archive with the bundles of 40 nodes', async () => {
  const archive = gzipSync(await tarOf(...fleetOf(40, { 7: { maxUserNamespaces: 0 } }).map(({ name, text }) => [{ name }, text] as const)));
  const cwd = program.folderWith({ 'fleet.tgz': archive });
  const text = await program.run(['fleet', 'fleet.tgz'], { cwd });
  expect(text).toMatchObject({ status: 1, err: '' });
  expect(text.out).toContain('1 of 40  0  node-07 (bundle.txt:');
  const { nodes, requirements } = JSON.parse((await program.run(['fleet', '-f', 'json', 'fleet.tgz'], { cwd })).out) as { nodes: string[]; requirements: { cells: string[] }[] };
  expect(nodes).toHaveLength(40);
  expect(requirements[0]?.cells[6]).toBe('fails');
  expect((await program.run(['fleet', '-f', 'sarif', 'fleet.tgz'], { cwd })).status).toBe(64);
});

describe('what cannot be done', () => {
  test.each([
    [[], 64], [['--nothing', 'a'], 64], [['--format', 'xml', 'a'], 64], [['--host', 'x', 'a'], 64], [['completion', 'csh'], 64], [['check'], 64],
    [['--upload', 'file:///etc', '-'], 64], [['not-there.log'], 66], [['.'], 66], [['-'], 65],
  ] as const)('%j ends with %i', async (args, status) => {
    const ended = await program.run(args, { input: args.includes('--upload' as never) ? unknown : '' });
    expect(ended).toMatchObject({ status, out: '' });
    expect(ended.err).toMatch(/^userns-doctor: .+\n$/);
  });

  test('a file name of a hostile archive moves no cursor either', async () => {
    expect((await program.run(['no\u001b[2Jthing'])).err).not.toContain('\u001b');
  });
});

test('says its version, its help and completions that the shells take', async () => {
  expect((await program.run(['--version'])).out).toBe(`${engineVersion}\n`);
  const { out: help } = await program.run(['--help']);
  const { out: bash } = await program.run(['completion', 'bash']);
  for (const [option] of help.matchAll(/--[a-z-]+/g)) expect(bash).toContain(option);
  expect((await program.run(['completion', 'zsh'])).out).toMatch(/^#compdef userns-doctor\n/);
  expect((await program.run(['completion', 'fish'])).out).toContain("-l format -s f -x -a 'text json sarif'");
});

test('bash completes options, their values and commands', async () => {
  const cwd = program.folderWith({ completion: (await program.run(['completion', 'bash'])).out });
  const completed = (...words: string[]) =>
    spawnSync('bash', ['-c', 'source ./completion; COMP_WORDS=(userns-doctor "$@"); COMP_CWORD=$#; _userns_doctor; echo "${COMPREPLY[@]}"', 'bash', ...words], { cwd, encoding: 'utf8' }).stdout.trim();
  expect(completed('--format', '')).toBe('text json sarif');
  expect(completed('c')).toBe('check completion');
  expect(completed('check', '--fail')).toBe('--fail-on');
});

describe('an upload', () => {
  /** A server that opens cases, or answers as told. */
  async function withCases(answer: { status: number; body: unknown }, work: (url: string, taken: () => string) => Promise<void>) {
    let taken = '';
    const server = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => (taken += text)).on('end', () => response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer.body)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => taken);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }
  const opened = { id: 'abcdefghijklmnopqrstuv', url: 'https://evil.example/\u001b[2J', manageToken: 'm'.repeat(43) };

  test('prints the link and never the token; what is sent is masked', async () => {
    await withCases({ status: 201, body: opened }, async (url, taken) => {
      const cwd = program.folderWith({ 'a.log': `${unknown}AWS_SECRET_ACCESS_KEY=kanarienvogel4711\n` });
      const { status, out, err } = await program.run(['--upload', url, 'a.log'], { cwd });
      expect([status, out]).toEqual([2, `${url}/cases/${opened.id}\n`]);
      expect(err).not.toContain(opened.manageToken);
      expect(taken()).toContain('something never heard of');
      expect(taken()).not.toContain('kanarienvogel');
    });
  });

  test('keeps the token in a new file of its own', async () => {
    await withCases({ status: 201, body: opened }, async (url, taken) => {
      const cwd = program.folderWith({ 'a.log': unknown });
      const file = path.join(cwd, 'token');
      expect(await program.run(['--upload', url, '--token-file', 'token', 'a.log'], { cwd })).toMatchObject({ status: 2, err: '' });
      expect(readFileSync(file, 'utf8')).toBe(`${opened.manageToken}\n`);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const sent = taken().length;
      expect((await program.run(['--upload', url, '--token-file', 'token', 'a.log'], { cwd })).status).toBe(73);
      expect(taken().length).toBe(sent);
    });
  });

  test.each([
    [503, { detail: 'Busy.\u001b[2J' }],
    [200, { id: '../x', manageToken: 'm' }],
    [302, {}],
  ])('that is answered by %i fails', async (status, body) => {
    await withCases({ status, body }, async (url) => {
      const ended = await program.run(['--upload', url, '-'], { input: unknown });
      expect(ended).toMatchObject({ status: 69, out: '' });
      expect(ended.err).not.toContain('\u001b');
    });
  });

  test('to where nobody listens fails', async () => {
    expect((await program.run(['--upload', 'http://127.0.0.1:1', '-'], { input: unknown })).status).toBe(69);
  });
});

const schema = JSON.parse(readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8')) as object;
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats(ajv as never);
const validate = ajv.compile(schema);

/** What the published schema of SARIF 2.1.0 has against a log. */
function isSarif(log: unknown): unknown[] {
  validate(log);
  return validate.errors ?? [];
}
