import { blank } from '../fixes/blank';
import { look, userName, type Command } from '../fixes/sh';
import { generalWords } from '../general-words';
import type { Sentence } from '../report';
import { sayFrom } from '../sentence';
import type { FactName, Facts } from './facts';

/** How a user gets a fact that is missing: what it is, and one command of the collector whose output pastes back. */
export interface Collection {
  readonly what: Sentence;
  readonly command: Command;
}

const say = sayFrom<typeof generalWords.en>('general');

function bundleOf(facts: Facts) {
  return facts.bundle?.value ?? blank('bundle directory');
}

function config(key: Parameters<typeof say>[0] & ('askConfig' | 'askRootfsPath' | 'askNamespaces' | 'askMaps' | 'askMounts' | 'askProcess')) {
  return (facts: Facts): Collection => ({ what: say(key), command: look`cat ${bundleOf(facts)}/config.json` });
}

/** The path whose owners and modes matter most: what failed, else the rootfs. */
function pathOfInterest(facts: Facts): string | undefined {
  const failed = facts.failure?.values.path?.value ?? facts.failure?.values.source?.value;
  return failed?.startsWith('/') ? failed : facts.rootfsOnHost?.value;
}

function files(facts: Facts): Collection {
  if (facts.failure?.symptom.startsWith('newidmap-')) return { what: say('askNewidmap'), command: look`ls -ln /usr/bin/newuidmap /usr/bin/newgidmap` };
  const path = pathOfInterest(facts);
  if (path === undefined) {
    return { what: say('askFilesUnnamed'), command: look`namei -l ${blank('absolute path of the rootfs')}` };
  }
  return { what: say('askFiles', { path }), command: look`namei -l ${path}` };
}

function sysctls({ failure: seen }: Facts): Collection {
  if (seen?.symptom === 'port-refused') return { what: say('askPorts'), command: look`grep -H . /proc/sys/net/ipv4/ip_unprivileged_port_start` };
  if (seen?.symptom.startsWith('keyring-')) return { what: say('askKeys'), command: look`grep -H . /proc/sys/kernel/keys/maxkeys /proc/sys/kernel/keys/maxbytes` };
  const command = look`grep -H . /proc/sys/user/max_user_namespaces /proc/sys/kernel/unprivileged_userns_clone /proc/sys/kernel/apparmor_restrict_unprivileged_userns`;
  return { what: say('askSysctls'), command };
}

/** All lines: whether a range is free is told by the lines of others. */
/** Whose ranges they are is asked with them. */
function subids({ caller }: Facts): Collection {
  return { what: say('askSubids'), command: caller ? look`grep . /etc/subuid /etc/subgid` : look`id; grep . /etc/subuid /etc/subgid` };
}

/** Whether IDs of a mount can be mapped, the filesystem and the kernel say together. */
function hostMounts({ failure: seen, versions }: Facts): Collection {
  const both = seen?.symptom === 'idmap-mount-refused' && !versions?.has('linux');
  return { what: say('askHostMounts'), command: both ? look`uname -a; cat /proc/self/mountinfo` : look`cat /proc/self/mountinfo` };
}

/** Whether pods may have a user namespace is up to the daemon of the CRI and the runtime below it. */
const ofTheCri = ({ failure: seen }: Facts) => seen?.symptom === 'runtime-without-userns' || seen?.symptom === 'cri-userns-refused';

function runtime(facts: Facts): Collection {
  return ofTheCri(facts) ? versions(facts) : { what: say('askRuntime'), command: look`runc --version; crun --version` };
}

function versions(facts: Facts): Collection {
  if (ofTheCri(facts)) return { what: say('askCriVersions'), command: look`containerd --version; runc --version; crun --version` };
  return { what: say('askVersions'), command: look`uname -srm; cat /etc/os-release` };
}

/** The start itself, run by the collector, which writes the command and its output down. */
function startAgain(facts: Facts): Collection {
  return { what: say('askLauncher'), command: look`sh collect.sh --bundle ${bundleOf(facts)} -- ${blank('the command that starts it')}` };
}

function failure(): Collection {
  return { what: say('askFailure'), command: look`journalctl -b --no-pager -n 500 -t containerd -t dockerd -t kubelet -t crio -t podman -t conmon -t runc -t crun` };
}

/** Facts that no one is asked for have no entry: they are read from others. */
export const collections: Readonly<Partial<Record<FactName, (facts: Facts) => Collection>>> = {
  failure,
  failures: failure,
  started: failure,
  config: config('askConfig'),
  configTrouble: config('askConfig'),
  rootfsPath: config('askRootfsPath'),
  rootfsPathAbsent: config('askRootfsPath'),
  rootfsReadonly: config('askRootfsPath'),
  namespaces: config('askNamespaces'),
  uidMap: config('askMaps'),
  gidMap: config('askMaps'),
  mounts: config('askMounts'),
  processArgs: config('askProcess'),
  processUser: config('askProcess'),
  processCwd: config('askProcess'),
  searchPath: config('askProcess'),
  launcher: startAgain,
  runtime,
  bundle: () => ({ what: say('askBundle'), command: look`sh collect.sh --bundle ${blank('bundle directory')}` }),
  rootfsOnHost: config('askRootfsPath'),
  files,
  rootless: () => ({ what: say('askCaller'), command: look`id` }),
  caller: () => ({ what: say('askCaller'), command: look`id` }),
  subuids: subids,
  subgids: subids,
  sysctls,
  versions,
  hostMounts,
  outerUidMap: () => ({ what: say('askOuterMap'), command: look`cat /proc/self/uid_map /proc/self/gid_map` }),
  callerSeccomp: () => ({ what: say('askSeccomp'), command: look`grep -E 'Seccomp|NoNewPrivs|CapEff' /proc/self/status` }),
  insideChroot: () => ({ what: say('askChroot'), command: look`systemd-detect-virt --chroot; echo $?` }),
  kubelet: () => ({ what: say('askKubelet'), command: look`cat /var/lib/kubelet/config.yaml` }),
  containerdConfig: () => ({ what: say('askContainerdConfig'), command: look`containerd config dump` }),
  supports: () => ({ what: say('askSupports'), command: look`runc features; crictl info` }),
  cgroupVersion: () => ({ what: say('askCgroupVersion'), command: look`stat -f -c %T /sys/fs/cgroup` }),
  remapped: () => ({ what: say('askRemapped'), command: look`docker info` }),
  callerStatus: () => ({ what: say('askCallerStatus'), command: look`grep -E 'Seccomp|NoNewPrivs|CapEff' /proc/self/status` }),
  callerLimits: () => ({ what: say('askLimits'), command: look`cat /proc/self/limits` }),
  fileCapabilities: () => ({ what: say('askFileCapabilities'), command: look`getcap /usr/bin/newuidmap /usr/bin/newgidmap` }),
  controllers: () => ({ what: say('askControllers'), command: look`cat /sys/fs/cgroup/user.slice/user-$(id -u).slice/user@$(id -u).service/cgroup.controllers` }),
  linger: (facts) => ({ what: say('askLinger'), command: look`loginctl show-user --property=Linger ${userName(facts.caller?.value.name) ?? blank('user')}` }),
  pod: () => ({ what: say('askPod'), command: look`kubectl get pod -n ${blank('namespace')} ${blank('pod')} -o json` }),
  capabilities: config('askProcess'),
  noNewPrivileges: config('askProcess'),
  terminal: config('askProcess'),
  rlimits: config('askProcess'),
  resources: config('askConfig'),
  askedSysctls: config('askConfig'),
  devices: config('askConfig'),
  denials: () => ({ what: say('askDenials'), command: look`dmesg | grep -E 'apparmor=|avc:|type=1326'` }),
};
