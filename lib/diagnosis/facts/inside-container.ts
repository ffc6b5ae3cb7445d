import { quote, type Known, type Span } from '../documents/document';
import { linesOf } from '../documents/region-lines';
import type { Region } from '../documents/region';
import type { Facts } from './facts';

/** Programs that make containers, and images that hold one of them. */
const runtime = String.raw`(?:[\w.:/-]*\/)?(?:podman|buildah|docker|runc|crun|rootlesskit|unshare|dockerd[\w.-]*|containerd[\w.-]*|buildkitd?|dind)(?:\/\w+)?(?::[\w.-]+)?`;
/** Sandboxes of desktop programs. */
const startsSandbox = /(?:^|\s)(?:flatpak run|flatpak-spawn|flatpak enter|snap run)\s.*(?:unshare|bwrap|podman|buildah|rootlesskit)\b/;
const startsRuntime = new RegExp(String.raw`(?:^|\s)(?:docker|podman|nerdctl|kubectl|oc) (?:run|exec)\s.*\s${runtime}(?:\s|$)`);
/** Print what a container wrote. */
const printsOutput = /(?:^|\s)(?:(?:docker|podman|nerdctl|crictl)(?:[- ]compose)?|kubectl|oc) (?:logs|exec|attach)\s/;
const ofRuntime = /\[rootlesskit:|buildkitd|buildah|podman|dockerd|newuidmap|\brunc\b|\bcrun\b/;

/** Lines that only a program in a container sees, or that say that what follows ran in one. */
const inside: readonly RegExp[] = [
  // GitLab runner, executors/docker and executors/kubernetes.
  /^Using (?:Docker|Kubernetes) executor with image\s/,
  // BuildKit's plain progress and the classic builder of Docker: what a Dockerfile's RUN prints.
  /^#\d{1,4} (?:\d+\.\d+ )?\[[^\]]{0,64}\d+\/\d+\] RUN\s/,
  /^Step \d{1,4}\/\d{1,4} : RUN\s/,
  // A Dockerfile whose build starts a rootless engine.
  /^RUN\s(?:.*\s)?(?:\S*\/)?(?:rootlesskit|dockerd-rootless\S*|containerd-rootless\S*|podman|buildah|unshare|bwrap)\s/,
  /^\s*(?:RUN\s|&&\s).*get\.docker\.com\/rootless/,
  // /proc/1/cgroup of a container without a cgroup namespace.
  /^\d{1,3}:[^:]{0,128}:\/(?:docker|kubepods|lxc|libpod)[/.-]/,
  // LXD asks so where it finds itself in a container.
  /^Does security\.nesting need to be turned on\?/,
  // s6-overlay, the init of many images.
  /^(?:cont-init|s6-rc): info: |^\[cont-init\.d\]|^\[ \/etc\/cont-init\.d\/\S+ executing\.\.\. \]/,
  /(?:^|\s)\/?\.dockerenv$|(?:^|\s)\/?(?:run\/)?\.containerenv$/,
];
/** Notes of where a program of containers runs itself: "k3s runs inside a rootless container". */
const noted = /\b(?:image: \S+|k3s|kind|kubelet|podman|buildah|docker|dockerd|runc|crun|containerd|rootlesskit)\b[^.:]{0,80}\b(?:runs?|running) (?:in|inside|within|on) an? (?:[\w-]+ ){0,3}(?:container|pod|cluster)\b/i;
/** Programs that make namespaces of their own, and how people say where they use them: "I run buildah inside a pod". */
const program = '["`\'*]{0,3}(?:podman|buildah|docker|dockerd|buildkitd?|rootlesskit|bwrap|bubblewrap|flatpak(?:-builder)?|apptainer|singularity|chromium|chrome|puppeteer|playwright|runc|crun|k3s|kind|minikube|nix)["`\'*]{0,3}';
const used = new RegExp(String.raw`\b(?:run|running|runs|use|using|start|starting|execute|executing|with) (?:the |a |rootless ){0,2}${program} (?:[a-z-]+ ){0,2}?(?:in|inside|within)(?: of)? (?:an?|the|my|our) (?:[\w-]+ ){0,3}(?:container|pod)s?\b`, 'i');
/** "Docker containers inside an unprivileged LXC container", "containerd inside a pod". */
const nestedIn = /\b(?:containers?|containerd|runc|crun) (?:from )?inside(?: of)? (?:an? |the |my )?(?:[\w-]+ ){0,2}(?:docker|podman|lxc|lxd|incus|container|pod)\b/i;
/** A Dockerfile that installs one of them. */
const installs = /(?:^|\s)(?:apt|apt-get|dnf|microdnf|yum|zypper|apk|pacman)\s.*\s(?:install|add|-S\w*)\s.*(?:^|\s)(?:podman|buildah|fuse-overlayfs|uidmap|bubblewrap|rootlesskit|docker-ce-rootless-extras)(?=\s|$|;)/;
/** Engines hand on what their runtime says within words of their own, and never call `runc run`. */
const startsContainer = /(?:^|\s)(?:docker|podman|nerdctl) run\s/;
const speaksItself = /^(?:container_linux\.go:\d+: |nsenter: |(?:time="[^"]*" level=error msg="|ERRO\[\d+\] )?runc run failed: )/m;
/** Chromium and bubblewrap are never what an engine calls for itself: the program in the container says so. */
const sandboxInside = /(?:^|\s)(?:docker|podman|nerdctl|kubectl|oc) (?:compose )?(?:run|exec|logs)\s/;
const sandboxLine = /^\s*(?:\+ )?(?:sudo )?(?:docker|podman|nerdctl) (?:compose )?(?:run|exec)\s/;
const speaksOfSandbox = /Failed to move to new namespace:|No usable sandbox!|The SUID sandbox helper binary was found|\bbwrap: /;
const toldWhere = /\bwhen (?:it is |i )?run(?:ning)?(?: it)? (?:in|inside|within) (?:an? )?(?:docker|podman|lxc|kubernetes)\b/i;
const imageOfRuntime = new RegExp(String.raw`^\s*(?:-\s*)?image:\s*["']?\S*(?:buildkit|buildah|podman|dind)\b`);

/** Does the runtime itself run in a container, and under which filter, as far as the command that starts that one says? */
export function readInsideContainer(regions: readonly Region[], facts: Facts): void {
  facts.insideContainer = byCommand(regions) ?? byLine(regions);
  facts.callerSeccomp ??= unfiltered(regions);
}

/** A runtime as the program of `docker run`, the output of one in a pod, or a host name that is the short ID of a container (12 hexadecimal digits). */
function byCommand(regions: readonly Region[]): Known<true> | undefined {
  const nested = regions.find((region) => {
    const { text = '', host = '' } = region.command?.value ?? {};
    return startsRuntime.test(text) || startsSandbox.test(text) || /^[0-9a-f]{12}$/.test(host) || (printsOutput.test(text) && ofRuntime.test(quote(region).slice(0, 4096))) || (startsContainer.test(text) && speaksItself.test(quote(region).slice(0, 4096))) || (sandboxInside.test(text) && speaksOfSandbox.test(quote(region).slice(0, 4096)));
  });
  return nested?.command && { value: true, span: nested.command.span };
}

function byLine(regions: readonly Region[]): Known<true> | undefined {
  const dockerfiles = new Set(regions.filter(({ document }, index) => document !== regions[index - 1]?.document && /^\s*FROM \S/m.test(document.text)).map(({ document }) => document));
  for (const region of regions) {
    const patterns = region.kind === 'yaml' ? [imageOfRuntime] : ['log', 'text', 'listing', 'versions'].includes(region.kind) ? [...inside, noted, used, nestedIn, ...(dockerfiles.has(region.document) ? [installs] : []), ...(speaksOfSandbox.test(quote(region)) ? [sandboxLine, toldWhere] : [])] : [];
    if (patterns.length === 0) continue;
    const line = linesOf(region).find(({ text }) => patterns.some((pattern) => pattern.test(text.slice(0, 1024).trimEnd())));
    if (line) return { value: true, span: line.span };
  }
  return undefined;
}

/** `docker run --privileged` and `seccomp=unconfined` set no filter. */
function unfiltered(regions: readonly Region[]): Known<number> | undefined {
  const command = regions.find(({ command: one }) => one && /(?:^|\s)(?:docker|podman|nerdctl) run\s/.test(one.value.text) && /\sseccomp=unconfined\b|=seccomp=unconfined\b|\s--privileged\b|\sseccomp:unconfined\b/.test(one.value.text))?.command;
  const span: Span | undefined = command?.span;
  return span && { value: 0, span };
}
