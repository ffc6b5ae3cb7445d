import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { causeIds, type CauseId } from '../cause-ids';
import { causes } from '../causes/index';
import { diagnose } from '../diagnose';
import { makeDocument } from '../documents/document';
import { readLogLines } from '../documents/log-lines';
import { errnoTexts, type Errno } from './errno';
import { heardIn } from './testing/heard-in';
import { runcFrames, wrappers } from './testing/wrappers';
import { isInRanges } from './version-range';
import { wordingsIn } from './wordings/index';

/** A row of the catalogue of messages: a format string of a program, and the causes that print it. */
interface Row {
  readonly id: string;
  readonly component: string;
  readonly message: string;
  readonly wrapped: string;
  readonly errno: string | null;
  /** For people: `runc >= v1.1.11 (to v1.5.1 and main). 1.0 .. 1.1.10 print …`. */
  readonly versions: string;
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

/** Rows whose frame says what they mean: without it they are the words of another program. */
const frameDecides: Readonly<Record<string, string>> = {
  ...reason('without the frame it is what unshare(1) prints', 'crun-unshare'),
  ...reason('in the frame it is the working directory that runc makes', 'runc-cwd-mkdir'),
};

/** Rows whose words fix no version of this program, and why. */
const noVersion: Readonly<Record<string, string>> = {
  ...reason('nothing is printed', 'runc-idmap-ignored-11', 'ctd-cri-silent-16', 'kubelet-last-range'),
  ...reason(
    'words that other programs print as well', 'crun-open-ns', 'crun-setns', 'crun-unshare', 'crun-chown', 'crun-load', 'crun-cannot-stat', 'crun-mount-generic', 'crun-bind-submounts',
    'crun-idmap-relative-missing', 'crun-newidmap-exit', 'crun-unshare-user', 'crun-ns-invalid', 'crun-writing-file-old', 'runc-ns-path-invalid', 'runc-ns-duplicate', 'runc-nsexec-setuid', 'runc-nsexec-setgid', 'runc-nsexec-setns-old',
    'runc-setupuser-setgroups', 'runc-stdio-chown', 'runc-sysctl-old', 'runc-proc-inside', 'runc-proc-not-proc', 'runc-proc-ordinary-dir', 'runc-mountpoint-outside', 'runc-mountpoint-top', 'runc-exec-fifo', 'runc-dev-mknodat', 'runc-rootfs-not-exist-10',
    'ctd-cri-userns-config', 'ctd-map-id', 'ctd-cri-length', 'ctd-cri-mode', 'ctd-runtime-lookpath', 'kubelet-userns-frame', 'kubelet-out-of-range', 'kubelet-mappings-frame', 'kubelet-getsubids-missing', 'kubelet-getsubids-oneline',
    'podman-oci-perm', 'podman-oci-notfound', 'podman-oci-secattr', 'podman-newidmap-run', 'podman-newidmap-setup', 'podman-newidmap-setuid', 'podman-not-shared', 'podman-idmap-parse', 'podman-idmap-rootfs', 'moby-no-subuid', 'nerdctl-no-subuid', 'nerdctl-no-subgid',
    'nerdctl-build-warn', 'nerdctl-cp', 'nerdctl-expose', 'rk-no-subuid', 'rk-no-subgid', 'rk-compute-map', 'rk-child-copyup', 'rk-expose-port', 'rk-privileged-port', 'storage-no-subuid', 'storage-no-subgid', 'storage-map-container', 'storage-map-host', 'storage-tar-frame',
    'storage-fallback-single', 'storage-newuidmap-run', 'newuidmap-usage', 'newgidmap-usage', 'youki-gids-unpriv', 'youki-gid-not-mapped', 'youki-exec', 'youki-write', 'youki-invalid', 'youki-setgroups', 'youki-rootfs', 'youki-mount', 'youki-canonicalize', 'youki-clone',
    'youki-apparmor', 'youki-setuid', 'youki-invalid-exec', 'podman-cannot-clone', 'podman-userns-not-enabled',
    'podman-setresuid', 'podman-setresgid', 'kernel-seccomp-audit',
  ),
  ...reason('the frame of 1.0 is told by the lines of its source', 'runc-final-pid-10', 'runc-cgroup-apply-10', 'runc-mount-proc-10', 'runc-prepare-rootfs-10', 'runc-exec-user-process-10'),
  ...reason('the library went to a repository of its own, its words went on', 'runc-cgroup-rootless-limits', 'runc-cgroup-rootless-cannot', 'runc-dbus-connect', 'runc-dbus-address', 'runc-systemd-v1-rootless', 'runc-systemd-start-unit'),
  ...reason('the words before 1.1.5 are those after it', 'runc-nsexec-unshare-user', 'runc-nsexec-unshare-cgroup'),
  ...reason('each of its four wordings has a range of its own', 'crun-write-uidmap', 'crun-write-gidmap'),
  ...reason('two rows name one version for the words before it and after it', 'ctd-idmap-shift-old'),
};

const numbered = String.raw`(?:docker-)?v?(\d+\.\d+(?:\.\d+)?(?:-(?:rc|alpha|beta)\.?\d+)?)`;

/** Versions that the row says print it: the first and the last of each range that it names before its first full stop. */
function namedVersions({ versions }: Row): string[] {
  const [head = ''] = versions.replace(/^[A-Za-z/-]+ /, '').replace(/\([^)]*\)/g, '').split(/(?<!\.)\. /);
  const pattern = new RegExp(`^\\s*(?:(?:>=|<=) ${numbered}|${numbered} \\.\\. ${numbered}|${numbered})\\s*$`);
  const parts = head.split(';').map((part) => pattern.exec(part.trim().replace(/\.$/, '')));
  return parts.every((part) => part !== null) ? parts.flatMap((part) => part.slice(1).filter((one) => one !== undefined)) : [];
}

const ranged = rows.filter((row) => !(row.id in noVersion) && namedVersions(row).length > 0);

const asked = rows.filter(({ id }) => !(id in notAsked));

function candidates(symptoms: ReadonlySet<string>): Set<string> {
  return new Set(causeIds.filter((id: CauseId) => Object.keys(causes[id].explains).some((symptom) => symptoms.has(symptom))));
}

describe.skipIf(rows.length === 0)('the catalogue of messages', () => {
  it.each(asked.map((row) => [row.id, row] as const))('%s', (_, row) => {
    const heard = new Set(linesOf(row).flatMap(heardIn));
    expect(heard.size, row.message).toBeGreaterThan(0);
    // What stops nothing has no cause.
    if (heard.has('harmless')) return;
    const named = candidates(heard);
    expect(row.causes.filter((cause) => cause !== 'not-userns' && !named.has(cause)), [...heard].join(', ')).toEqual([]);
  });

  /** Of each row the first line that is heard, and what it says; one that a log has dressed already is not dressed again. */
  const told = asked.flatMap(({ id, component, ...row }) => {
    const line = linesOf({ id, component, ...row }).find((one) => !/^time=|^[IWEF]\d{4} |^\w{3} \d\d |^\[|audit|\n/.test(one) && heardIn(one).length > 0);
    return line === undefined ? [] : [{ id, component, line, says: heardIn(line) }];
  });

  it('hears nearly every row in a line without a dressing of its own', () => {
    expect(told.length).toBeGreaterThan(asked.length - 15);
  });

  const frames = [...Object.entries(wrappers), ...Object.entries(runcFrames)];
  it.each(frames)('%s', (name, wrap) => {
    const inside = told.filter(({ id }) => !(id in frameDecides)).filter(({ component }) => !(name in runcFrames) || component === 'runc');
    const lost = inside.filter(({ line, says }) => !heardIn(wrap(line)).some((one) => says.includes(one)));
    expect(lost.map(({ id, line }) => `${id}: ${line}`)).toEqual([]);
  });

  it.each(ranged.map((row) => [row.id, row] as const))('%s tells its versions', (_, row) => {
    const heard = [...linesOf(row), row.message.replace(/%(?:\d+\$)?[+#]?[-0-9.]*l*[a-zA-Z]/g, 'x')].flatMap((line) => {
      const document = makeDocument('line', line);
      return readLogLines({ document, start: 0, end: line.length }).flatMap(({ text }) => wordingsIn(text));
    });
    const fits = heard.filter(({ versions }) => namedVersions(row).every((version) => isInRanges(version, versions)));
    expect(fits.map(({ words }) => words), `${row.versions}\n${row.message}`).not.toEqual([]);
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
    expect([...Object.keys(notAsked), ...Object.keys(noVersion), ...Object.keys(frameDecides)].filter((id) => !ids.has(id))).toEqual([]);
  });
});

if (rows.length === 0) console.log('The catalogue of messages is not here (../shared/catalogue): its rows are not tried.');
