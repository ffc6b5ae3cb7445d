import type { Known } from './document';
import { readEnvironment } from './environment';
import { readNodeTable } from './node-table';
import type { Region } from './region';
import { linesOf, spanIn } from './region-lines';

/** `program` is `linux`, `distribution`, or a program's name in small letters; `version` as printed. */
export interface Version {
  readonly program: string;
  readonly version: string;
}

const number = String.raw`v?(\d+\.\d+[\w.+~-]{0,64})`;

/** Each form with the program it tells of; `$1` is the version. */
const forms: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`^Linux(?: version)? (?:\S{1,255} )?(\d+\.\d+[\w.+~-]{0,64})(?:\s|$)`), 'linux'],
  [/^PRETTY_NAME="?([^"\n]{1,128})"?/, 'distribution'],
  // GitHub's runner, as it sets up a job.
  [/^(?:Runner )?Image: (ubuntu-\d\d\.\d\d)$/, 'distribution'],
  [/^Description:\s+(\S.{0,127})/, 'distribution'],
  // docker info, kubectl describe node.
  [/^(?:Operating System|OS Image):\s+(\S.{0,127})/, 'distribution'],
  [/^Kernel Version:\s+(\d+\.\d+[\w.+~-]{0,64})/, 'linux'],
  [/^Server Version:\s+(\d+\.\d+[\w.+~-]{0,64})$/, 'docker'],
  // kubectl version puts a v before the number.
  [/^Server Version:\s+v(\d+\.\d+[\w.+~-]{0,64})$/, 'kubernetes'],
  [/^Kubelet Version:\s+v?(\d+\.\d+[\w.+~-]{0,64})/, 'kubelet'],
  [/^Container Runtime Version:\s+containerd:\/\/v?(\d+\.\d+[\w.+~-]{0,64})/, 'containerd'],
  [/^Container Runtime Version:\s+cri-o:\/\/v?(\d+\.\d+[\w.+~-]{0,64})/, 'cri-o'],
  [/^getsubids|^newuidmap.*shadow(?:-utils)? (\d[\w.-]*)/, 'shadow'],
];

/** VERSION of Ubuntu's os-release: only its releases are named by year, month and two words. */
const ubuntu = /^(?:VERSION=)?"?(\d\d\.\d\d(?:\.\d)?)(?: LTS)? \([A-Z][a-z]+ [A-Z][a-z]+\)"?$/;

const printed = new RegExp(
  String.raw`^(runc|crun|youki|podman|buildah|nerdctl|rootlesskit|docker|kubectl|kubelet|kubernetes|runsc|kata-runtime|k3s|ctr|containerd|conmon|CRI-O)(?: version)?:?\s+(?:\S+\/containerd\S* |containerd\.io )?${number}`,
  'i',
);

/** Reads what `uname`, `--version` and os-release print, also where it stands between log lines. */
export function readVersions(region: Region): Known<Version>[] {
  if (!['versions', 'log', 'text'].includes(region.kind)) return [];
  const nodes = readNodeTable(region);
  const lines = linesOf(region).flatMap((line): Known<Version>[] => {
    const text = line.text.slice(0, 4096).trim();
    for (const [pattern, program] of forms) {
      const version = pattern.exec(text)?.[1];
      if (version) return [{ value: { program, version }, span: spanIn(line, version) }];
    }
    const release = ubuntu.exec(text)?.[1];
    if (release) return [{ value: { program: 'distribution', version: `Ubuntu ${release}` }, span: line.span }];
    const said = printed.exec(text);
    if (said?.[1] && said[2]) return [{ value: { program: said[1].toLowerCase(), version: said[2] }, span: line.span }];
    const started = /msg="starting containerd".*?\bversion="?v?(\d+\.\d+[\w.+~-]{0,64})/.exec(text)?.[1];
    if (started) return [{ value: { program: 'containerd', version: started }, span: spanIn(line, started) }];
    const written = readEnvironment(text);
    if (written) return [{ value: written, span: spanIn(line, written.version) }];
    return unameAlone(text, region) ? [{ value: { program: 'linux', version: text }, span: line.span }] : [];
  });
  return [...lines, ...nodes];
}

/** What `uname -r` printed, also where it is all that a document holds: its last part names a flavour or an architecture. */
function unameAlone(text: string, region: Region): boolean {
  if (/^[2-7]\.\d{1,3}\.\d{1,3}[\w.+~-]{0,64}[-.](?:generic|amd64|arm64|x86_64|aarch64|cloud|aws|azure|gcp|lts|pve|arch\d|talos|flatcar|oem|lowlatency|realtime|default)(?:[-.]\w+)?$/.test(text) && region.document.text.trim() === text) return true;
  return /^uname -r/.test(region.command?.value.text ?? '') && /^\d+\.\d+[\w.+~-]{0,64}$/.test(text);
}
