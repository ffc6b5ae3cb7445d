import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { causeIds, type CauseId } from '../cause-ids';
import { causes } from '../causes/index';
import { diagnose } from '../diagnose';
import { makeDocument } from '../documents/document';
import { readLogLines } from '../documents/log-lines';
import { errnoTexts, type Errno } from './errno';
import { matchLine } from './match';

/** A row of the catalogue of messages: a format string of a program, and the causes that print it. */
interface Row {
  readonly id: string;
  readonly message: string;
  readonly wrapped: string;
  readonly errno: string | null;
  readonly causes: readonly string[];
}

const file = path.resolve(import.meta.dirname, '../../../../shared/catalogue/messages.jsonl');
const rows = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Row) : [];

/** Rows that cannot be asked of a single line, and why. */
const notAsked: Readonly<Record<string, string>> = {
  ...reason('a frame around another message', 'crun-init-died', 'ctd-task-create', 'ctd-shim-task', 'ctd-shim-create', 'ctd-oci-create', 'ctd-oci-start', 'kubelet-sandbox-event', 'kubelet-failed-event', 'rk-child-exit', 'podman-oci-perm', 'moby-task', 'runc-container-init', 'runc-unable-start', 'storage-tar-frame', 'youki-rootfs', 'youki-write'),
  ...reason('nothing is printed: found from versions and config', 'ctd-cri-silent-16', 'ctd-cri-17-k127', 'kubelet-last-range', 'runc-idmap-ignored-11'),
  ...reason('an errno by itself', 'kernel-enosys'),
  ...reason('the path in the line decides: each kind of path has a row', 'crun-open-ns', 'crun-mount-generic'),
  ...reason('the limit is ENOSPC (kernel/ucount.c), which has a row of its own', 'podman-reexec', 'youki-clone'),
  ...reason('the image lacks the name, which is no matter of maps', 'ctd-image-id-too-large'),
};

function reason(why: string, ...ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, why]));
}

/** Lines that a program makes of the format string, one for each errno and each kind of mount. */
function linesOf({ message, wrapped, errno }: Row): string[] {
  const errnos = (errno ?? 'EPERM').split('|').filter((name): name is Errno => name in errnoTexts);
  return errnos.flatMap((name) => {
    const [text = ''] = errnoTexts[name];
    return ['x', 'proc', 'sysfs', 'cgroup', 'mqueue', '/dev/pts'].flatMap((quoted) => {
      const said = message
        .replace(/%w|%m/g, text)
        .replace('{:?}', `Mount { destination: "/${quoted}", typ: Some("${quoted === '/dev/pts' ? 'devpts' : quoted}") }`)
        .replace('{}', text)
        .replace(/%[qQ]/g, `"${quoted}"`)
        .replace(/%(?:\d+\$)?[+#]?[-0-9.]*l*[sv]$/, text)
        .replace(/%(?:\d+\$)?[+#]?[-0-9.]*l*[sv]/g, 'foo')
        .replace(/%l*[diux]/g, '42');
      return [said, `${said}: ${text}`, wrapped.replace(new RegExp(Object.values(errnoTexts).flat().join('|'), 'i'), text), wrapped];
    });
  });
}

function heardIn(line: string): string[] {
  const document = makeDocument('line', line);
  const hits = readLogLines({ document, start: 0, end: line.length }).flatMap(matchLine);
  return hits.map(({ row }) => ('symptom' in row ? row.symptom : 'harmless' in row ? 'harmless' : 'passed'));
}

function candidates(symptoms: ReadonlySet<string>): Set<string> {
  return new Set(causeIds.filter((id: CauseId) => Object.keys(causes[id].explains).some((symptom) => symptoms.has(symptom))));
}

describe.skipIf(rows.length === 0)('the catalogue of messages', () => {
  it.each(rows.filter(({ id }) => !(id in notAsked)).map((row) => [row.id, row] as const))('%s', (_, row) => {
    const heard = new Set(linesOf(row).flatMap(heardIn));
    expect(heard.size, row.message).toBeGreaterThan(0);
    // What stops nothing has no cause.
    if (heard.has('harmless')) return;
    const named = candidates(heard);
    expect(row.causes.filter((cause) => cause !== 'not-userns' && !named.has(cause)), [...heard].join(', ')).toEqual([]);
  });

  it('is never sure of another cause than those that print the line', () => {
    const sure = rows.flatMap(({ id, wrapped, causes: right }) => {
      const [root] = diagnose([{ name: 'pasted.txt', text: wrapped }]).findings;
      return root?.confidence === 'certain' && !right.includes(root.cause) ? [`${id}: ${root.cause}`] : [];
    });
    expect(sure).toEqual([]);
  });

  it('leaves out only rows that are there', () => {
    const ids = new Set(rows.map(({ id }) => id));
    expect(Object.keys(notAsked).filter((id) => !ids.has(id))).toEqual([]);
  });
});

if (rows.length === 0) console.log('The catalogue of messages is not here (../shared/catalogue): its rows are not tried.');
