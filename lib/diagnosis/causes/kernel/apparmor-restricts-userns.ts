import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Denial } from '../../facts/facts';
import { distributionWith } from '../../facts/security-modules';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { change, look } from '../../fixes/sh';
import { zh } from './apparmor-restricts-userns.zh';

interface Match {
  /** The program that AppArmor confined, as the kernel log names it. */
  readonly comm: string | undefined;
}

const setting = 'kernel.apparmor_restrict_unprivileged_userns';

/** Ubuntu's restriction is on from 24.04; 23.10 has the switch, off at its release. */
const restricted = /(?:ubuntu[^\d]{0,16}|~)(2[4-9])\.(04|10)/i;

/** Started by the program that made the namespace, which is the one to allow. */
const helpers: ReadonlySet<string> = new Set(['newuidmap', 'newgidmap', 'fuse-overlayfs', 'slirp4netns', 'pasta', 'mount']);

export const apparmorRestrictsUserns = defineCause({
  id: 'apparmor-restricts-userns',
  step: 'create-namespaces',
  effect: 'stops',
  explains: {
    'pod-namespace-refused': 'sometimes',
    'userns-confined-by-apparmor': 'usually',
    'userns-creation-refused': 'sometimes',
    'namespaces-creation-refused': 'usually',
    'id-map-write-denied': 'rarely', 'own-id-map-write-denied': 'usually',
    'newidmap-write-refused': 'sometimes',
    'setgroups-file-denied': 'sometimes',
    'init-vanished': 'sometimes',
    'newidmap-failed': 'rarely',
    'capabilities-refused': 'sometimes',
    'mount-refused': 'rarely',
    'mount-denied': 'rarely',
    'proc-mount-refused': 'rarely',
    'overlay-refused': 'rarely',
    'rootless-environment-refused': 'rarely',
    'rootfs-unreachable': 'rarely',
    'remaining-namespaces-refused': 'sometimes',
    'child-mount-refused': 'usually',
  },
  underlies: ['unprivileged-userns-disabled'],
  uses: ['sysctls', 'versions', 'denials', 'rootless', 'insideContainer', 'failure'],
  references: [
    { title: 'Ubuntu: restricted unprivileged user namespaces (23.10 and later)', url: 'https://ubuntu.com/blog/ubuntu-23-10-restricted-unprivileged-user-namespaces' },
    { title: 'rootlesscontaine.rs: AppArmor', url: 'https://rootlesscontaine.rs/getting-started/common/apparmor/' },
  ],
  words: {
    en: {
      name: 'AppArmor restricts user namespaces, and no profile allows the caller',
      pageWhy:
        'Ubuntu 24.04 and later set kernel.apparmor_restrict_unprivileged_userns to 1. A program without a profile that says "userns," may still create a user namespace, and is then moved to the profile unprivileged_userns, which denies every capability. So the next step fails: the write of the map, a mount, setgroups. Packaged programs in /usr/bin have a profile; a copy in /usr/local or a home directory has none.',
      pageTell: 'The kernel log shows apparmor="DENIED" with profile="unprivileged_userns", or operation="userns_create". Root is not restricted. On kernels without the setting this cause is out.',
      pageSure: 'The kernel log shows AppArmor confining the program under unprivileged_userns or refusing userns_create; or a program names the restriction.',
      pageNot: 'The sysctl is 0 or does not exist, or root starts the runtime. The setting alone is likely, not certain: a profile may allow the program.',
      title: 'AppArmor allows no user namespace to {program}, which has no profile of its own',
      thisProgram: 'this program',
      explanation: 'On this host AppArmor takes every capability from a program that creates a user namespace without a profile that allows it. The runtime then fails at its next step.',
      denied: 'AppArmor confined the program here.',
      on: 'The restriction is on.',
      off: 'The restriction is off.',
      none: 'This kernel has no such restriction.',
      root: 'The runtime is started by root, who is not restricted.',
      told: 'The program names the restriction.',
      refused: 'What a confined program is refused.',
      elsewhere: 'This distribution does not use AppArmor.',
      module: 'The kernel itself refuses with "operation not permitted": "permission denied" is the answer of a security module.',
      own: 'A program holds every capability in a user namespace of its own, unless a security module takes them.',
      hint: 'The program takes this for the likely reason.',
      release: 'Ubuntu 24.04 and later restrict unprivileged user namespaces.',
      profileTitle: 'Give the program an AppArmor profile that allows user namespaces',
      profileCosts: 'This one program may create user namespaces; everything else stays restricted.',
      profilePath: 'The profile is tied to the path of the program: give the whole path.',
      sysctlTitle: 'Switch the restriction off for the whole host',
      sysctlCosts: 'Every program of every user may create user namespaces again.',
    },
    zh,
  },
  judge({ sysctls, versions, denials, rootless, insideContainer, failure }, say) {
    const value = sysctls?.get(setting);
    const confined = (denials ?? []).filter((denial) => isRestriction(denial));
    const match: Match = { comm: confined[0]?.comm };
    const marks = confined.slice(0, 4).map((denial) => mark(denial.span, say('denied')));
    const on = value?.value === '1' ? [mark(value, say('on'))] : [];
    if (marks.length > 0) return proved(match, [...marks, ...on]);
    if (failure?.symptom === 'userns-confined-by-apparmor') return proved(match, [mark(failure, say('told')), ...on]);
    if (value && value.value !== '1') return refuted([mark(value, value.value === 'missing' ? say('none') : say('off'))]);
    if (rootless?.value === false) return refuted([mark(rootless, say('root'))]);
    const refused = failure && ['EPERM', 'EACCES'].includes(failure.errno ?? '') ? [mark(failure, say('refused'))] : [];
    if (on.length > 0) return supported(match, [...on, ...refused], ['denials']);
    const other = distributionWith('selinux', versions);
    if (other) return refuted([mark(other, say('elsewhere'))]);
    const release = [...(versions ?? [])].find(([, version]) => restricted.test(version.value));
    if (release && failure) return supported(match, [mark(release[1], say('release')), ...refused], ['sysctls', 'denials']);
    // Only a security module refuses a capability to a program in a user namespace of its own.
    if (failure?.symptom === 'capabilities-refused' && failure.by === 'bubblewrap' && !insideContainer) return supported(match, [mark(failure, say('own'))], ['sysctls', 'denials']);
    // create_user_ns() answers EPERM or ENOSPC; EACCES is of the hook behind it (security_create_user_ns(), Linux 6.1).
    if (failure?.symptom === 'userns-creation-refused' && failure.errno === 'EACCES' && !insideContainer) return supported(match, [mark(failure, say('module'))], ['denials', 'sysctls']);
    // Chromium names it as one possibility among others.
    if (failure?.symptom === 'userns-creation-refused' && /apparmor/i.test(failure.text) && !insideContainer) return supported(match, [mark(failure, say('hint'))], ['sysctls', 'denials']);
    return open(match, ['sysctls', 'denials'], refused);
  },
  explain: ({ comm }, say) => ({ title: say('title', { program: comm && !helpers.has(comm) ? `\`${comm}\`` : say('thisProgram') }), explanation: say('explanation') }),
  fixes(_, say) {
    const program = blank('absolute path of the program');
    return [
      fix({
        title: say('profileTitle'),
        risk: 'review',
        costs: say('profileCosts'),
        commands: [
          look`sysctl kernel.apparmor_restrict_unprivileged_userns`,
          change`printf 'abi <abi/4.0>,\\ninclude <tunables/global>\\nprofile userns-allowed %s flags=(unconfined) {\\n  userns,\\n}\\n' ${program} > /etc/apparmor.d/userns-allowed`,
          change`apparmor_parser -r /etc/apparmor.d/userns-allowed`,
        ],
        undo: [change`apparmor_parser -R /etc/apparmor.d/userns-allowed`, change`rm -- /etc/apparmor.d/userns-allowed`],
        verify: [look`aa-status`],
        notes: [say('profilePath')],
      }),
      fix({
        title: say('sysctlTitle'),
        risk: 'review',
        costs: say('sysctlCosts'),
        lowersIsolation: true,
        commands: [change`sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`],
        undo: [change`sysctl -w kernel.apparmor_restrict_unprivileged_userns=1`],
        verify: [look`sysctl -n kernel.apparmor_restrict_unprivileged_userns`],
      }),
    ];
  },
});

function isRestriction({ module, profile, operation }: Denial): boolean {
  return module === 'apparmor' && (profile === 'unprivileged_userns' || operation === 'userns_create');
}
