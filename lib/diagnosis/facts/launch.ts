import type { Known, Span } from '../documents/document';
import { readLogLines } from '../documents/log-lines';
import type { Region } from '../documents/region';
import type { Failure } from '../messages/message';
import type { Facts, Launcher, RuntimeSeen } from './facts';

/** What a shell session and the failing lines tell of how the container is started. */
export function readLaunch(regions: readonly Region[], failures: readonly Failure[], versions: Facts['versions']): Facts {
  const facts: Facts = {};
  for (const region of regions) readCommand(region, facts);
  for (const region of regions) readBundleLine(region, facts);
  for (const region of regions) readShownConfig(region, facts);
  for (const failure of failures) readFailure(failure, facts);
  readRuntime(failures, versions, facts);
  return facts;
}

const launchers: readonly (readonly [RegExp, Launcher])[] = [
  [/(?:^|[\s/"'(;&])ctr\s.*?\b(?:run|create|start)\b/, 'containerd'],
  [/(?:^|[\s/"'(;&])runc\s.*?\b(?:run|create|start)\b/, 'runc'],
  [/(?:^|[\s/"'(;&])crun\s.*?\b(?:run|create|start)\b/, 'crun'],
  [/(?:^|[\s/"'(;&])podman\s/, 'podman'],
  [/(?:^|[\s/"'(;&])buildah\s/, 'podman'],
  [/(?:^|[\s/"'(;&])docker\s/, 'docker'],
  [/(?:^|[\s/"'(;&])(?:rootlesskit|dockerd-rootless|containerd-rootless)/, 'rootlesskit'],
  // pct is Proxmox's own front of LXC.
  [/(?:^|[\s/])(?:lxc[ -]|pct (?:start|create|clone|restore|enter)\s)/, 'lxc'],
];

function readCommand({ command }: Region, facts: Facts): void {
  if (!command) return;
  const { text, root, user, directory, told } = command.value;
  const launcher = launchers.find(([pattern]) => pattern.test(text))?.[1];
  // A client speaks to the rootless daemon that was started before it.
  if (!launcher || (launcher === 'docker' && facts.launcher?.value === 'rootlesskit')) return;
  facts.launcher = { value: launcher, span: command.span };
  // cmd/ctr/commands/run/run_unix.go: an image, unless --config or --rootfs is given.
  if (launcher === 'containerd' && /\sctr\s|^ctr\s/.test(text) && /\srun\s/.test(text) && !/\s--(?:config|rootfs)\b/.test(text)) facts.fromImage = { value: true, span: command.span };
  // `sudo -u NAME`, `runuser -u NAME`, `su NAME -c`: that user starts it, whoever types.
  const named = /^(?:sudo(?:\s+-[A-Za-z]+)*?\s+(?:-u\s*|--user[= ])|(?:sudo\s+)?(?:runuser\s+(?:-u|-l)\s+|su\s+(?:-l?\s+)?))([a-z_][\w.-]{0,31})\b/.exec(text)?.[1];
  const asRoot = named === undefined ? root || /^sudo\s/.test(text) : named === 'root';
  if (told && !asRoot && named === undefined) return;
  facts.rootless = { value: !asRoot, span: command.span };
  const caller = named ?? user;
  if (caller !== undefined || asRoot) facts.caller = { value: { ...(caller ? { name: caller } : {}), ...(asRoot ? { uid: 0 } : {}) }, span: command.span };
  const home = directory?.startsWith('~') ? (user === 'root' ? `/root${directory.slice(1)}` : undefined) : directory;
  const bundle = bundleIn(text, home);
  if (bundle) facts.bundle = { value: bundle, span: command.span };
}

/** The bundle that a command names: `--bundle`, the directory of `--config`, or the working directory. */
function bundleIn(command: string, directory: string | undefined): string | undefined {
  const option = /\s(?:--bundle|-b)[= ]("[^"]+"|'[^']+'|\S+)/.exec(command)?.[1];
  const config = /\s--config[= ]("[^"]+"|'[^']+'|\S+)/.exec(command)?.[1];
  const named = option ?? (config && /\/[^/]*$/.test(config) ? config.replace(/\/[^/]*$/, '') || '/' : undefined);
  if (named === undefined) return directory?.startsWith('/') ? directory : undefined;
  const path = named.replace(/^["']|["']$/g, '');
  if (path.startsWith('/')) return trimmed(path);
  return directory?.startsWith('/') ? trimmed(`${directory}/${path.replace(/^(\.\/)+/, '')}`) : undefined;
}

function trimmed(path: string): string {
  return path.replace(/\/(\.\/)+/g, '/').replace(/\/+\.?$/, '') || '/';
}

/** crun says which bundle it uses (src/libcrun/container.c, verbosity debug). */
function readBundleLine(region: Region, facts: Facts): void {
  if (region.kind !== 'log' || facts.bundle) return;
  for (const line of readLogLines(region)) {
    const path = /^Using bundle: [`'"]?(\/[^`'"\s]+)/.exec(line.text)?.[1];
    if (path) facts.bundle = { value: trimmed(path), span: line.span };
    if (path) return;
  }
}

/** A whole path before `config.json` in the command that prints it: the bundle is the directory of its config (bundle.md of the OCI). */
function readShownConfig({ kind, command }: Region, facts: Facts): void {
  if (kind !== 'oci-config' || !command || facts.bundle) return;
  const path = /^(?:sudo )?cat (?:-- )?("\/[^"$`\\]*"|'\/[^']*'|\/[^\s'"$`\\*?[]*)$/.exec(command.value.text)?.[1]?.replace(/^["']|["']$/g, '');
  if (path?.endsWith('/config.json')) facts.bundle = { value: trimmed(path.slice(0, -'config.json'.length)), span: command.span };
}

const wrappers: readonly (readonly [RegExp, Launcher])[] = [
  [/RunPodSandbox|CreatePodSandbox|failed to start sandbox|rpc error: code = .*(?:sandbox|CreateContainer)|io\.containerd\.runtime\.v2\.task\/k8s\.io\//, 'cri'],
  // BuildKit writes the config of a build's step as Docker does.
  [/Error response from daemon|failed to solve: process |executor failed running \[/, 'docker'],
  [/^ctr: |failed to create shim|io\.containerd\.runtime\.v2\.task\//, 'containerd'],
  // Its names of what runtimes say (libpod/define/errors.go).
  [/^Error: .*OCI (?:runtime|permission)|^OCI runtime error: |: OCI permission denied$/, 'podman'],
  [/\[rootlesskit:/, 'rootlesskit'],
  // Only `runc run` by hand says so: containerd, docker and podman create and start apart.
  [/^runc run failed: /, 'runc'],
];

function readFailure({ text, span }: Failure, facts: Facts): void {
  const launcher = wrappers.find(([pattern]) => pattern.test(text.trim()))?.[1];
  if (launcher && !facts.launcher) facts.launcher = { value: launcher, span };
}

function readRuntime(failures: readonly Failure[], versions: Facts['versions'], facts: Facts): void {
  const known = (name: RuntimeSeen['name'], span: Span, version?: string): Known<RuntimeSeen> => ({
    value: { name, ...(version ? { version } : {}) },
    span,
  });
  const spoke = failures.find(({ by, text }) => by === 'runc' || by === 'crun' || /\b(?:runc|crun) (?:run|create) failed/.test(text));
  const launcher = facts.launcher;
  const name =
    launcher?.value === 'runc' || launcher?.value === 'crun'
      ? launcher.value
      : spoke && (spoke.by === 'crun' ? 'crun' : spoke.by === 'runc' || /\brunc \w+ failed/.test(spoke.text) ? 'runc' : undefined);
  const versionOf = (program: string) => versions?.get(program);
  if (name) {
    facts.runtime = known(name, (launcher?.value === name ? launcher : spoke)?.span ?? spoke?.span ?? emptyOf(launcher), versionOf(name)?.value);
    return;
  }
  const printed = (['runc', 'crun', 'youki'] as const).filter((program) => versionOf(program));
  const [only] = printed;
  const version = only && versionOf(only);
  if (printed.length === 1 && only && version) facts.runtime = known(only, version.span, version.value);
}

function emptyOf(launcher: Known<Launcher> | undefined): Span {
  if (!launcher) throw new Error('a runtime is named by a launcher or a failure');
  return launcher.span;
}
