import type { Known, Span } from '../documents/document';
import type { ContainerdConfig } from '../documents/containerd-config';
import type { FileCapabilities } from '../documents/file-capabilities';
import type { KubeletSettings } from '../documents/manifests';
import type { ProcessStatus } from '../documents/process-status';
import type { Failure } from '../messages/message';
import type { Files } from './files';
import type { HeardVersion } from './heard-versions';
import type { IdMap } from './id-map';

/** One entry of `linux.namespaces`; without a path a new namespace is asked for. */
export interface Namespace {
  readonly type: string;
  readonly path?: Known<string>;
  readonly span: Span;
}

/** One entry of `mounts`, as runc would read it. */
export interface Mount {
  readonly destination: string;
  readonly type: string;
  readonly source: string;
  readonly options: readonly Known<string>[];
  readonly destinationSpan?: Span;
  readonly sourceSpan?: Span;
  /** The whole object, with its pointer. */
  readonly span: Span;
  /** `bind`, `rbind` among the options, or type `bind`. */
  readonly bind: boolean;
  /** The members `uidMappings` and `gidMappings` of the mount itself, where they are given. */
  readonly uidMappings?: Span;
  readonly gidMappings?: Span;
}

/** One entry of `process.rlimits`; RLIM_INFINITY is 18446744073709551615. */
export interface Rlimit {
  readonly type: string;
  readonly hard?: number;
}

/** `process.user`; a member that is absent in the config is 0 (Go's zero value) and has no span of its own. */
export interface ProcessUser {
  readonly uid?: Known<number>;
  readonly gid?: Known<number>;
  readonly additionalGids: readonly Known<number>[];
}

/** Something in the config that Go's JSON reader or the runtime specification refuses. */
export interface ConfigTrouble {
  /** `syntax`, `type`, `missing`, `unknown-value`, `too-deep`, `bom` ... */
  readonly kind: string;
  /** The pointer or the token in question, for people. */
  readonly subject: string;
  readonly expected: string;
  /** An edit that plainly mends it. */
  readonly edit?: { readonly span: Span; readonly text: string };
  /** A value that plainly mends it, put at the span's pointer. */
  readonly mended?: unknown;
}

/** One line of `/etc/subuid` or `/etc/subgid`. */
export interface SubidRange {
  readonly owner: string;
  readonly start: number;
  readonly count: number;
  readonly span: Span;
}

/** The ranges that one file grants; the span is the text that was read, also where it grants nothing. */
export interface SubidFile {
  readonly ranges: readonly SubidRange[];
}

/** Who starts the container: the program the user ran, `containerd` where ctr or the CRI stands between. */
export type Launcher = 'runc' | 'crun' | 'containerd' | 'cri' | 'docker' | 'podman' | 'rootlesskit' | 'lxc' | 'other';

export interface RuntimeSeen {
  readonly name: 'runc' | 'crun' | 'youki' | 'other';
  /** As printed, e.g. `1.1.5`; absent where only the program is known. */
  readonly version?: string;
}

export interface Caller {
  readonly name?: string;
  readonly uid?: number;
}

/** What a manifest asks for, each where it stands. */
export interface PodAsked {
  /** `spec.hostUsers: false`: a user namespace for the pod. */
  readonly hostUsers?: Known<boolean>;
  /** `hostNetwork`, `hostPID`, `hostIPC`, `privileged`, `volumeDevices` that are asked for as well. */
  readonly shared: readonly Known<string>[];
  readonly runtimeClass?: Known<string>;
}

/** A line of the kernel's audit log: an access that a security module refused or watched. */
export interface Denial {
  readonly module: 'apparmor' | 'selinux' | 'seccomp';
  readonly verdict: 'denied' | 'audit';
  readonly operation?: string;
  readonly profile?: string;
  readonly comm?: string;
  readonly path?: string;
  readonly info?: string;
  readonly span: Span;
}

/** A mount that stands on the host (or in the outer container). */
export interface HostMount {
  readonly target: string;
  readonly source: string;
  readonly type: string;
  readonly options: readonly string[];
  readonly span: Span;
}

/** Who listed a file: the process of a container, or a command beside it, which may stand in a namespace of its own. */
export type Lister = 'container' | 'command';

/**
 * What the documents state about the container whose start failed, each with the place it was read from.
 * A fact is present or unknown; absence is never a fact by itself.
 */
export interface Facts {
  /** The failure that stopped the start: the last that is not harmless, at its innermost message. */
  failure?: Failure;
  /** Every failure seen, in order of time. */
  failures?: readonly Failure[];
  /** True where the process was seen to start; false where the start was seen to fail. */
  started?: Known<boolean>;

  // config.json
  /** Present where a config was given: is it the whole file or a piece of one? */
  config?: Known<'whole' | 'fragment'>;
  configTrouble?: readonly Known<ConfigTrouble>[];
  /** `root.path` as written; empty string where it is empty. The span is the string. */
  rootfsPath?: Known<string>;
  /** Present where a whole config has no `root` object, or one without `path`: the object looked at. */
  rootfsPathAbsent?: Known<true>;
  rootfsReadonly?: Known<boolean>;
  /** `linux.namespaces`; the span is the array. Known empty where a whole config has none. */
  namespaces?: Known<readonly Namespace[]>;
  /** The map that the start used: of the config, else of the log, else of /proc/PID/uid_map. */
  uidMap?: Known<IdMap>;
  gidMap?: Known<IdMap>;
  mounts?: Known<readonly Mount[]>;
  processArgs?: Known<readonly string[]>;
  processUser?: Known<ProcessUser>;
  processCwd?: Known<string>;
  /** The directories of PATH in `process.env`, where it is set. */
  searchPath?: Known<readonly string[]>;
  /** `ociVersion`. */
  specVersion?: Known<string>;
  terminal?: Known<boolean>;
  noNewPrivileges?: Known<boolean>;
  /** The bounding set; without one the container has no capability at all. */
  capabilities?: Known<readonly string[]>;
  rlimits?: readonly Known<Rlimit>[];
  oomScoreAdj?: Known<number>;
  apparmorProfile?: Known<string>;
  rootfsPropagation?: Known<string>;
  cgroupsPath?: Known<string>;
  /** Keys of `linux.sysctl`; each span is the value's. */
  askedSysctls?: readonly Known<string>[];
  /** Paths of `linux.devices`; each span is the whole entry. */
  devices?: readonly Known<string>[];
  /** Controllers of `linux.resources` that have a limit. */
  resources?: readonly Known<string>[];
  /** A pod or deployment that was given. */
  pod?: PodAsked;
  /** The configuration of the kubelet. */
  kubelet?: KubeletSettings;
  /** containerd's config.toml, or what `containerd config dump` prints. */
  containerdConfig?: ContainerdConfig;

  // how it is started
  launcher?: Known<Launcher>;
  /** The CRI, or `ctr run` with an image, wrote the config: a snapshot is mounted at the rootfs. */
  fromImage?: Known<true>;
  runtime?: Known<RuntimeSeen>;
  /** The bundle's absolute directory on the host. */
  bundle?: Known<string>;
  /** The rootfs on the host, absolute: `root.path`, joined to the bundle where relative and the bundle is known. */
  rootfsOnHost?: Known<string>;
  /** Is the runtime started by an ordinary user? */
  rootless?: Known<boolean>;
  caller?: Known<Caller>;
  /** The map that newuidmap (newgidmap) was asked to write, from its arguments. */
  askedUidMap?: Known<IdMap>;
  askedGidMap?: Known<IdMap>;

  /** The map of the user namespace in which the runtime itself runs; of the initial one, every ID. */
  outerUidMap?: Known<IdMap>;

  // the host
  /** Owners and modes of host paths, from ls, stat, namei. */
  files?: Files;
  /** A line that shows a file of nobody (65534), as an unmapped owner appears inside a container. */
  listedNobody?: Known<Lister>;
  /** `Seccomp:` of /proc/PID/status where the runtime runs: 0 none, 1 strict, 2 a filter (proc_pid_status(5)). */
  callerSeccomp?: Known<number>;
  /** The runtime itself is started in a container: by `docker run … podman`, in a pod. */
  insideContainer?: Known<true>;
  /** A program read both switches of user namespaces after the refusal, and named none that is 0: what it says next. */
  switchesRead?: Known<true>;
  /** A command shares the host's processes with the container: `--pid=host`. */
  sharedPid?: Known<true>;
  /** The option by which a command hides processes in /proc: `hidepid=2`. */
  hiddenProc?: Known<string>;
  /** Is the runtime started in a chroot? */
  insideChroot?: Known<boolean>;
  subuids?: Known<SubidFile>;
  subgids?: Known<SubidFile>;
  /** Values by name, e.g. `user.max_user_namespaces` → `0`. */
  sysctls?: ReadonlyMap<string, Known<string>>;
  /** Versions by program, e.g. `linux` → `6.8.0-45-generic`, `distribution` → `ubuntu 24.04`. */
  versions?: ReadonlyMap<string, Known<string>>;
  /** Versions by program that the words of failing programs leave possible. */
  heardVersions?: ReadonlyMap<string, HeardVersion>;
  hostMounts?: readonly HostMount[];
  denials?: readonly Denial[];
  /** What runtimes and engines report of themselves: idmapped mounts (`runc features`), user namespaces of pods (`crictl info`). */
  supports?: { readonly idmap?: Known<boolean>; readonly userns?: Known<boolean> };
  cgroupVersion?: Known<1 | 2>;
  /** Docker maps every container: `userns` among the security options of `docker info`. */
  remapped?: Known<true>;
  /** Hard limits of the process that starts the runtime, by the names of setrlimit(2). */
  callerLimits?: ReadonlyMap<string, Known<number>>;
  /** /proc/PID/status where the runtime runs. */
  callerStatus?: ProcessStatus;
  /** What `getcap` showed; empty capabilities where it was asked and showed none. */
  fileCapabilities?: readonly Known<FileCapabilities>[];
  /** cgroup.controllers of the deepest cgroup that was shown. */
  controllers?: Known<readonly string[]>;
  /** The services of the user go on after logout (loginctl). */
  linger?: Known<boolean>;
}

export type FactName = keyof Facts;
