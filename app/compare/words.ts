import { wordsOf } from '../../lib/diagnosis/sentence';
import type { FactName, Topic } from '../../lib/report/compare/compare-evidence';

/** What the comparison says; one table per language. */
export const compareWords = {
  en: {
    title: 'Compare two cases',
    intro: 'By what the documents mean, with times, ids and process numbers masked. What a named cause is judged on stands first.',
    a: 'A',
    b: 'B',
    attempt: 'attempt {number}',
    swap: 'Swap A and B',
    missing: 'There is no such case, or no such attempt. The link may be cut off.',
    gone: 'This case was deleted or has expired. Nothing of it is kept.',
    other: 'Compare it with',
    otherLink: 'The link or id of another case',
    go: 'Compare',
    noLink: 'That is no link of a case.',
    fromMine: 'From this device',
    attempts: 'Attempts of this case',
    reading: 'Comparing in your browser …',
    failed: 'The two could not be compared: {why}.',
    again: 'Try again',
    withoutScript: 'The comparison is made in the browser, and needs JavaScript. Both cases can be read without it.',
    differs: 'What differs',
    decisive: 'What the diagnosis rests on',
    further: 'What else differs',
    nothing: 'The two are equal in all {count} facts that are known of both.',
    sameCase: 'These are the same case and attempt twice.',
    lookAtHost: 'Look at what was not compared: the kernel, its settings and the file systems of the two hosts. These commands only read.',
    oneSided: 'Known of one side only',
    oneSidedNote: 'No difference is claimed here: nobody looked on the other side.',
    same: 'Equal in both',
    logs: 'Lines that only one side has',
    logsNote: 'Times, ids and process numbers are masked. Lines of errors stand first.',
    onlyIn: 'Only in {side}: {count}',
    noLines: 'none',
    moreLines: 'and {count} more',
    what: 'What',
    absent: 'not there',
    untold: 'not told',
    decides: 'decides {causes}',
    copy: 'Copy command',
    'topic-namespaces': 'Namespaces',
    'topic-maps': 'ID maps',
    'topic-rootfs': 'Rootfs and directories',
    'topic-mounts': 'Mounts',
    'topic-process': 'Process',
    'topic-cgroups': 'Cgroups and devices',
    'topic-orchestration': 'How it is started',
    'topic-subids': 'Granted IDs',
    'topic-sysctls': 'Settings of the kernel',
    'topic-versions': 'Versions',
    'topic-host': 'Host',
  },
} as const;

type Table = (typeof compareWords)['en'];
export type CompareWord = keyof Table;

/** One text with its holes filled. */
export const compareWord = wordsOf(compareWords.en);

export function topicName(topic: Topic): string {
  return compareWord(`topic-${topic}`);
}

/** Facts by the names of the config and of the kernel where they have one; those names are not translated. */
const factNames: { readonly [F in FactName]?: string } = {
  namespaces: 'linux.namespaces',
  uidMap: 'uid map',
  gidMap: 'gid map',
  outerUidMap: 'uid map of the runtime',
  askedUidMap: 'newuidmap',
  askedGidMap: 'newgidmap',
  rootfsPath: 'root.path',
  rootfsOnHost: 'rootfs',
  rootfsReadonly: 'root.readonly',
  rootfsPropagation: 'linux.rootfsPropagation',
  bundle: 'bundle',
  files: '',
  mounts: '',
  processArgs: 'process.args',
  processCwd: 'process.cwd',
  processUser: 'process.user',
  searchPath: 'PATH',
  specVersion: 'ociVersion',
  terminal: 'process.terminal',
  noNewPrivileges: 'process.noNewPrivileges',
  capabilities: 'process.capabilities',
  rlimits: 'process.rlimits',
  oomScoreAdj: 'process.oomScoreAdj',
  apparmorProfile: 'process.apparmorProfile',
  cgroupsPath: 'linux.cgroupsPath',
  devices: 'linux.devices',
  resources: 'linux.resources',
  cgroupVersion: 'cgroup',
  controllers: 'cgroup.controllers',
  linger: 'Linger',
  askedSysctls: 'linux.sysctl',
  sysctls: '',
  pod: 'pod',
  launcher: 'launcher',
  runtime: 'runtime',
  versions: '',
  supports: 'features',
  subuids: '/etc/subuid',
  subgids: '/etc/subgid',
  fileCapabilities: 'getcap',
  rootless: 'rootless',
  caller: 'caller',
  callerLimits: 'ulimit',
  callerSeccomp: 'Seccomp',
  hiddenProc: 'hidepid',
  insideContainer: 'inside a container',
  insideChroot: 'inside a chroot',
  remapped: 'userns-remap',
  hostMounts: 'mountinfo',
};

/** What a row is about: the fact, and which entry of it. */
export function rowName(fact: FactName, name: string): string {
  return [factNames[fact] ?? fact, name].filter(Boolean).join(' ');
}
