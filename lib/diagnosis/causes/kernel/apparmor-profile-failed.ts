import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { Denial } from '../../facts/facts';
import { reopenedSysctl } from '../../facts/reopened-sysctl';
import { distributionWith } from '../../facts/security-modules';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './apparmor-profile-failed.zh';

/** Profiles and programs of containers; a host logs denials of browsers and printers as well. */
const ofContainers = /docker|containerd|containers-default|crio|lxc|lxd|incus|podman|runc|crun|snap\.(?:docker|lxd)/;
const runtimes = /^(?:runc|crun|exe$|podman|buildah|docker|containerd|conmon|lxc|rootlesskit|newuidmap|newgidmap|unshare|bwrap)/;
const other = /^(?:unprivileged_userns|unconfined|)$/;

interface Match {
  readonly asked: Known<string> | undefined;
  readonly denial: Denial | undefined;
  /** A setting that only a profile around the runtime can have refused. */
  readonly sysctl: string | undefined;
}

export const apparmorProfileFailed = defineCause({
  id: 'apparmor-profile-failed',
  step: 'finish-isolation',
  effect: 'stops',
  explains: {
    'child-mount-refused': 'sometimes',
    'userns-creation-refused': 'rarely',
    'namespaces-creation-refused': 'rarely',
    'apparmor-profile-refused': 'usually', 'mount-denied': 'usually', 'mount-refused': 'sometimes', 'proc-mount-refused': 'rarely', 'mount-flags-locked': 'rarely', 'pivot-root-refused': 'rarely',
    'bind-source-refused': 'rarely', 'masked-path-refused': 'rarely', 'mount-propagation-refused': 'rarely', 'sysctl-refused': 'rarely', 'rootfs-unreachable': 'rarely',
  },
  uses: ['apparmorProfile', 'denials', 'versions', 'failure'],
  references: [
    { title: 'OCI runtime specification: apparmorProfile', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md#linux-process' },
    { title: 'AppArmor: profiles and the audit log', url: 'https://gitlab.com/apparmor/apparmor/-/wikis/Documentation' },
  ],
  words: {
    en: {
      name: 'An AppArmor profile is not loaded, cannot be applied, or denies what is needed',
      pageWhy:
        'The runtime asks the kernel to put the process under process.apparmorProfile at its exec. A profile that is not loaded answers "no such file"; inside a user namespace or another container it may not be changed at all. The profile of an outer container can also deny mounts that a runtime inside needs.',
      pageTell: '`aa-status` does not list the profile, or the kernel log has apparmor="DENIED" with its name. The profile unprivileged_userns is Ubuntu\'s restriction, another cause.',
      pageSure: 'The runtime could not apply the profile that the config names; or the kernel log has a denial under a profile of containers, and the program was refused.',
      pageNot: 'The config asks for no profile or for unconfined, and nothing says that one was applied.',
      titleMissing: 'The AppArmor profile `{profile}` cannot be applied',
      titleDenied: 'The AppArmor profile `{profile}` denies what the start needs',
      titleUnknown: 'An AppArmor profile cannot be applied',
      titleOuter: 'The AppArmor profile around the runtime denies `{sysctl}`',
      explanationOuter: 'The runtime runs in a container of its own (LXC, LXD, Incus, Proxmox). Newer runc reaches the setting through a mount of /proc that has no place in the tree, and the profile of the outer container takes its path for one below /sys, which it denies.',
      reopened: 'The file was found and could not be opened: its owner and mode allow it, so a security module refuses.',
      explanation: 'The kernel did not put the process under the profile, or the profile that is in force denies an operation of the start.',
      asked: 'This profile is asked for.',
      told: 'The profile could not be applied.',
      denied: 'AppArmor denied this under the profile `{profile}`.',
      module: 'The kernel itself refuses a mount with "operation not permitted": "permission denied" is the answer of a profile.',
      none: 'The config asks for no profile.',
      elsewhere: 'This distribution does not use AppArmor.',
      host: 'This distribution has AppArmor in force.',
      dropTitle: 'Start without this profile (config only)',
      dropCosts: 'AppArmor no longer confines the container.',
      dropUndo: 'Put the profile back at `/process/apparmorProfile`.',
      loadTitle: 'Load the profile',
      loadCosts: 'None.',
      loadHow: 'The daemon that made it loads it again when it is restarted (Docker: docker-default, containerd: cri-containerd.apparmor.d). By hand: `apparmor_parser -r` with its file below /etc/apparmor.d.',
      loadUndo: '`apparmor_parser -R` with the same file.',
      outerTitle: 'Give the outer container a profile that allows it',
      outerCosts: 'The outer container may do what its old profile denied.',
      outerUndo: 'Start it under the old profile again.',
      outerHow: 'Docker and Podman: `--security-opt apparmor=unconfined` for the container that holds the runtime, or a profile of its own that allows mount. LXC, LXD and Incus: `lxc.apparmor.profile = unconfined` (`raw.lxc`), or an AppArmor package whose container-base abstraction no longer denies /sys/net.',
    },
    zh,
  },
  judge({ apparmorProfile, denials, versions, failure }, say) {
    const denial = denials?.find(
      ({ module, verdict, profile = '', comm = '' }) => module === 'apparmor' && verdict === 'denied' && !other.test(profile) && (ofContainers.test(profile) || runtimes.test(comm)),
    );
    const sysctl = reopenedSysctl(failure);
    const match: Match = { asked: apparmorProfile, denial, sysctl };
    const asked = apparmorProfile ? [mark(apparmorProfile, say('asked'))] : [];
    const told = failure?.symptom === 'apparmor-profile-refused' && !failure.row?.vague ? [mark(failure, say('told'))] : [];
    const denied = denial ? [mark(denial.span, say('denied', { profile: denial.profile ?? '' }))] : [];
    if (told.length > 0) return proved(match, [...asked, ...told, ...denied]);
    if (denied.length > 0 && failure && (failure.errno === 'EACCES' || failure.errno === 'EPERM' || failure.row?.vague)) return proved(match, denied);
    // Without a profile asked for it is that of the container in which the runtime runs.
    if (failure && sysctl) return supported(match, [mark(failure, say('reopened'))], ['denials']);
    if (apparmorProfile?.value === '' || apparmorProfile?.value === 'unconfined') return refuted([mark(apparmorProfile, say('none'))]);
    const elsewhere = failure?.symptom === 'mount-denied' ? distributionWith('selinux', versions) : undefined;
    if (elsewhere) return refuted([mark(elsewhere, say('elsewhere'))]);
    const host = failure?.symptom === 'mount-denied' ? distributionWith('apparmor', versions) : undefined;
    if (failure && host) return supported(match, [mark(host, say('host')), mark(failure, say('module'))], ['denials']);
    // LXC puts every container under a profile, which a container inside stands under as well (lsm/apparmor.c).
    if (failure?.symptom === 'mount-denied' && failure.by === 'lxc') return supported(match, [mark(failure, say('module'))], ['denials']);
    // Without CAP_SYS_ADMIN a mount is EPERM (may_mount() in fs/namespace.c); a profile's rule for mounts answers EACCES.
    if (failure?.symptom === 'child-mount-refused' && failure.errno === 'EACCES') return supported(match, [mark(failure, say('module'))], ['denials']);
    return open(match, ['denials'], asked);
  },
  explain({ asked, denial, sysctl }, say) {
    const explanation = say('explanation');
    if (sysctl && !denial) return { title: say('titleOuter', { sysctl }), explanation: say('explanationOuter') };
    if (denial) return { title: say('titleDenied', { profile: denial.profile ?? '' }), explanation };
    return { title: asked ? say('titleMissing', { profile: asked.value }) : say('titleUnknown'), explanation };
  },
  fixes({ asked, denial, sysctl }, say) {
    const verify = [look`aa-status`, look`dmesg | grep apparmor=`];
    if (denial ?? sysctl) return [fix({ title: say('outerTitle'), risk: 'review', costs: say('outerCosts'), commands: verify, undo: [say('outerUndo')], verify, notes: [say('outerHow')], lowersIsolation: true })];
    const load = fix({ title: say('loadTitle'), risk: 'review', costs: say('loadCosts'), commands: verify.slice(0, 1), undo: [say('loadUndo')], verify: verify.slice(0, 1), notes: [say('loadHow')] });
    if (!asked) return [load];
    return [load, fix({ title: say('dropTitle'), risk: 'review', costs: say('dropCosts'), patch: remove(asked), undo: [say('dropUndo')], lowersIsolation: true })];
  },
});
