import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../lib/diagnosis/diagnose';
import { gatherFacts } from '../../lib/diagnosis/facts/gather-facts';
import { readEvidence } from '../../lib/intake/read-evidence';
import { redact } from '../../lib/redaction/redact';
import { collect, shellsHere } from './run-collector';
import { canary, makeBundle, makePrograms, sampleConfig } from './sample-bundle';

let home = '';
beforeAll(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'collector-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** As an upload is read: through the intake, the redaction and the engine. */
async function read(text: string) {
  const taken = await readEvidence([{ name: 'collected.txt', bytes: new TextEncoder().encode(text) }]);
  const { texts } = redact(taken.flatMap((one) => ('text' in one ? [{ name: one.name, text: one.text }] : [])));
  return { facts: gatherFacts(texts), report: diagnose(texts) };
}

const folderFor = (uid: number | undefined) => {
  const into = mkdtempSync(path.join(os.tmpdir(), 'collected-'));
  if (uid !== undefined) chownSync(into, uid, uid);
  return into;
};

const isRoot = process.getuid?.() === 0;
const users = [['as this user', undefined], ...(isRoot ? ([['as nobody', 65534]] as const) : [])] as const;

describe.each(shellsHere().map((shell) => [shell.join(' '), shell] as const))('%s', (_, shell) => {
  test.each(users)('takes what the engine reads, %s', async (__, uid) => {
    const place = folderFor(uid);
    const folder = makeBundle(place, 'plain');
    const { status, stderr, text = '', file } = collect(['--bundle', folder, '--', 'sh', '-c', 'echo ran; exit 3'], { shell, into: place, ...(uid === undefined ? {} : { uid }) });
    expect([status, stderr]).toEqual([0, '']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { facts, report } = await read(text);
    expect(facts.config?.value).toBe('whole');
    expect(facts.bundle?.value).toBe(folder);
    expect(facts.uidMap?.value.extents.map(({ hostId }) => hostId.value)).toEqual([100000]);
    expect(facts.caller?.value.uid).toBe(uid ?? process.getuid?.());
    expect(facts.versions?.get('linux')?.value).toBe(os.release());
    expect(facts.files?.at(`${folder}/rootfs`)?.uid).toBe(statSync(`${folder}/rootfs`).uid);
    expect(facts.files?.at('/usr/bin/newuidmap')).toBeDefined();
    expect(facts.fileCapabilities).toBeDefined();
    expect(facts.hostMounts?.some(({ target }) => target === '/proc')).toBe(true);
    expect(facts.sysctls?.get('user.max_user_namespaces')?.value).toMatch(/^\d+$/);
    for (const name of ['subuids', 'subgids', 'outerUidMap', 'callerStatus', 'cgroupVersion', 'mounts'] as const) expect(facts).toHaveProperty(name);
    expect(text).toMatch(/\nran\n\S+ echo \$\?\n3\n/);
    // A quote is what stands at its place.
    const lines = text.split('\n');
    for (const { startLine, endLine, startColumn, quote } of report.findings.flatMap(({ evidence }) => evidence)) {
      if (startLine === endLine && !quote.includes('⟦')) expect(lines[startLine - 1]?.slice(startColumn - 1, startColumn - 1 + quote.length)).toBe(quote);
    }
    rmSync(place, { recursive: true, force: true });
  });

  test('variables before the command are for this command, and their values stay here', () => {
    const folder = makeBundle(home, 'variables');
    const { text } = collect(['--bundle', folder, '--', 'ANSWER=3', 'sh', '-c', 'exit "$ANSWER"'], { shell });
    expect(text).toMatch(/ env ANSWER=hidden sh -c /);
    expect(text).toMatch(/ echo \$\?\n3\n/);
  });

  test('no secret of a config leaves, where the container prints it', () => {
    const folder = makeBundle(home, 'printed');
    const { text } = collect(['--bundle', folder, '--', 'sh', '-c', `echo env is ${canary}; echo`, '-e', `KEY=${canary}`], { shell });
    expect(text).toContain('env is hidden');
    expect(text).not.toContain(canary);
  });

  test.each([`sp ace "quo"te's` + ' $(touch pwned) ünï back\\slash * ;&| !x', 'new\nline', '-dash'])('a bundle and a rootfs named %j', async (name) => {
    const config = JSON.stringify({ ...sampleConfig, root: { path: name } });
    const folder = makeBundle(home, name, config);
    makeBundle(folder, name, config);
    const { status, text = '' } = collect(['--bundle', name], { shell, cwd: home });
    expect(status).toBe(0);
    const { facts } = await read(text);
    expect(facts.rootfsPath?.value).toBe(name);
    if (!name.includes('\n')) expect(facts.files?.at(`${folder}/${name}`)?.uid).toBe(statSync(folder).uid);
    expect(existsSync(path.join(home, 'pwned'))).toBe(false);
  });
});

/** Each awk that is here reads the config: the programs differ more than the shells do. */
describe.each(['mawk', 'gawk', 'original-awk', 'busybox'].filter((name) => existsSync(`/usr/bin/${name}`) || existsSync(`/bin/${name}`)))('with awk of %s', (awk) => {
  test.each([
    ['indented', JSON.stringify(sampleConfig, undefined, '\t')],
    ['on one line', JSON.stringify(sampleConfig)],
    ['with keys in another case', JSON.stringify(sampleConfig).replaceAll('"env"', '"ENV"').replaceAll('"annotations"', '"Annotations"')],
    ['with an escaped key', JSON.stringify(sampleConfig).replaceAll('"env"', String.raw`"\u0065nv"`)],
    ['that is broken before it', JSON.stringify(sampleConfig, undefined, 1).replace('"user": {', '"user: {')],
    ['that is cut', JSON.stringify(sampleConfig, undefined, 1).slice(0, 420)],
  ])('no secret of a config leaves, %s', (form, text) => {
    const programs = mkdtempSync(path.join(home, 'awk-'));
    writeFileSync(path.join(programs, 'awk'), `#!/bin/sh\nexec ${awk}${awk === 'busybox' ? ' awk' : ''} "$@"\n`, { mode: 0o755 });
    const folder = makeBundle(home, `${awk} ${form}`, text);
    const collected = collect(['--bundle', folder], { env: { ...process.env, PATH: `${programs}:${process.env.PATH ?? ''}` } });
    expect(collected.stderr).toBe('');
    expect(collected.text).toContain('"ociVersion"');
    expect(collected.text).toContain('DB_PASSWORD=');
    expect(collected.text).not.toContain(canary);
    expect(collected.stdout).not.toContain(canary);
  });
});

describe('containers of engines', () => {
  test.each([['--pod', 'default/web'], ['--docker', 'web'], ['--container', 'web'], ['--podman', 'web']])('%s: nothing secret leaves', async (...way) => {
    const env = { ...process.env, PATH: `${makePrograms(path.join(home, 'programs'))}:${process.env.PATH ?? ''}` };
    const { status, text = '' } = collect(way, { env });
    expect(status).toBe(0);
    expect(text).not.toContain(canary);
    const { facts } = await read(text);
    if (way[0] === '--pod') expect(facts.pod?.hostUsers?.value).toBe(false);
    if (way[0] === '--container') expect(facts.containerdConfig?.snapshotter?.value).toBe('overlayfs');
    if (way[0] === '--docker') expect(facts.remapped?.value).toBe(true);
    if (way[0] === '--podman') expect(facts.cgroupVersion?.value).toBe(2);
  });
});

test('a bundle that exists is not written to', () => {
  const into = mkdtempSync(path.join(home, 'kept-'));
  const first = collect(['--rootless'], { into });
  const second = collect(['--rootless'], { into });
  expect(second.status).toBe(2);
  expect(second.text).toBe(first.text);
  expect(readdirSync(into)).toEqual(['bundle.txt']);
});
