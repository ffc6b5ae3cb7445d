import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { HostFile } from '../../facts/files';
import { fix } from '../../fixes/fix';
import { change, look } from '../../fixes/sh';
import { zh } from './newidmap-not-privileged.zh';

const mapper = /\/new[ug]idmap$/;

interface Match {
  readonly bare: readonly HostFile[];
  readonly nosuid: string | undefined;
}

export const newidmapNotPrivileged = defineCause({
  id: 'newidmap-not-privileged',
  step: 'write-id-maps',
  effect: 'stops',
  explains: { 'init-vanished': 'rarely',
    'stale-namespace': 'rarely',
    'newidmap-lacks-privilege': 'usually', 'newidmap-write-refused': 'usually', 'newidmap-failed': 'sometimes', 'id-map-write-denied': 'sometimes',
    'single-id-mapped': 'rarely', 'proc-entry-hidden': 'rarely', 'id-map-write-invalid': 'rarely', 'newidmap-not-found': 'rarely',
  },
  uses: ['files', 'hostMounts', 'fileCapabilities', 'rootless', 'failure'],
  references: [
    { title: 'newuidmap(1)', url: 'https://man7.org/linux/man-pages/man1/newuidmap.1.html' },
    { title: 'rootlesscontaine.rs: newuidmap', url: 'https://rootlesscontaine.rs/getting-started/common/subuid/' },
  ],
  words: {
    en: {
      name: 'newuidmap or newgidmap lacks its setuid bit or file capability',
      pageWhy:
        'newuidmap writes the map for an ordinary user, and needs CAP_SETUID over the namespace: through its setuid bit, or the file capability cap_setuid. Images and container layers lose both as they are unpacked; a mount with nosuid ignores them. The kernel then refuses its write with EPERM.',
      pageTell: '`ls -l /usr/bin/newuidmap` shows no s, and `getcap` prints nothing. In a container even a setuid newuidmap fails where CAP_SETUID or the IDs themselves are missing.',
      pageSure: 'The program has no setuid bit, or lies on a mount with nosuid, and a map was refused; or Podman says what it should have.',
      pageNot: 'It has its setuid bit, or root starts the runtime and writes the map itself.',
      title: '`{path}` has neither its setuid bit nor the capability to write a map',
      titleNosuid: '`newuidmap` lies on a filesystem mounted with nosuid',
      titleUnknown: '`newuidmap` or `newgidmap` may lack its setuid bit or capability',
      explanation: 'The runtime calls newuidmap and newgidmap, and the kernel refuses what they write, because they run with the rights of the user alone.',
      bare: 'Mode {mode}: no setuid bit.',
      nosuid: 'Setuid bits and file capabilities are ignored on this mount.',
      refused: 'The kernel refused the map that it wrote.',
      told: 'The program says that it lacks the privilege.',
      set: 'It has its setuid bit.',
      capable: 'It has the file capability that it needs.',
      incapable: 'It has lost its file capabilities.',
      root: 'The runtime is started by root, who needs no help to write the maps.',
      fixTitle: 'Give both programs their setuid bit back',
      costs: 'Both then run as root for every user of the host, as their packages have it.',
      capsTitle: 'Or give them file capabilities alone',
      capsCosts: 'Less than a setuid bit; lost again with an update of the package on some distributions.',
      reinstall: 'Reinstalling the package does the same: Debian and Ubuntu `apt-get install --reinstall uidmap`, Fedora and RHEL `dnf reinstall shadow-utils`.',
      inside: 'In a container: the outer one must have CAP_SETUID and CAP_SETGID, and its own map must hold the IDs.',
    },
    zh,
  },
  judge({ files, hostMounts, fileCapabilities, rootless, failure }, say) {
    const shown = files?.all.filter(({ path, missing, mode }) => mapper.test(path) && !missing && mode !== undefined) ?? [];
    const granted = fileCapabilities?.filter(({ value }) => mapper.test(value.path)) ?? [];
    const capable = granted.find(({ value }) => /cap_set[ug]id/.test(value.capabilities));
    const bare = shown.filter(({ mode }) => ((mode ?? 0) & 0o4000) === 0);
    const lost = granted.filter(({ value }) => value.capabilities === '' && !shown.some(({ path, mode }) => path === value.path && ((mode ?? 0) & 0o4000) !== 0));
    const nosuid = hostMounts?.find(({ target, options }) => options.includes('nosuid') && /^\/usr(?:\/(?:s?bin|local(?:\/bin)?))?$/.test(target));
    const match: Match = { bare, nosuid: nosuid?.target };
    const symptoms = ['newidmap-lacks-privilege', 'newidmap-write-refused', 'newidmap-failed', 'id-map-write-denied', 'single-id-mapped', 'id-map-write-invalid'];
    const ours = failure && symptoms.includes(failure.symptom) ? failure : undefined;
    if (rootless?.value === false && ours?.by !== 'shadow') return refuted([mark(rootless, say('root'))]);
    const modes = bare.map((file) => mark(file, say('bare', { mode: (file.mode ?? 0).toString(8).padStart(4, '0') })));
    const refused = ours ? [mark(ours, ours.symptom === 'newidmap-lacks-privilege' ? say('told') : say('refused'))] : [];
    if (capable) return refuted([mark(capable, say('capable'))]);
    if (modes.length > 0 && ours) return proved(match, [...modes, ...lost.map(({ span }) => mark(span, say('incapable'))), ...refused]);
    // A setuid bit does as well, which `getcap` does not show.
    if (lost.length > 0 && ours) return supported(match, [...lost.map(({ span }) => mark(span, say('incapable'))), ...refused], ['files']);
    if (nosuid && ours) return proved(match, [mark(nosuid.span, say('nosuid')), ...refused]);
    if (ours?.symptom === 'newidmap-lacks-privilege' && /should be setuid|should have .* filecaps/.test(ours.text)) return proved(match, refused);
    const [setuid] = shown;
    if (setuid && bare.length === 0) return refuted([mark(setuid, say('set'))]);
    if (ours?.symptom === 'newidmap-lacks-privilege') return supported(match, refused, ['files']);
    return open(match, ['files'], ours?.symptom === 'newidmap-write-refused' ? refused : []);
  },
  explain({ bare: [first], nosuid }, say) {
    const explanation = say('explanation');
    if (first) return { title: say('title', { path: first.path }), explanation };
    return { title: nosuid ? say('titleNosuid') : say('titleUnknown'), explanation };
  },
  fixes(_, say) {
    const list = look`ls -l /usr/bin/newuidmap /usr/bin/newgidmap`;
    const verify = [list, look`getcap /usr/bin/newuidmap /usr/bin/newgidmap`];
    const setuid = fix({
      title: say('fixTitle'),
      risk: 'review',
      costs: say('costs'),
      commands: [list, change`chmod u+s /usr/bin/newuidmap /usr/bin/newgidmap`],
      undo: [change`chmod u-s /usr/bin/newuidmap /usr/bin/newgidmap`],
      verify: [list],
      notes: [say('reinstall'), say('inside')],
    });
    const caps = fix({
      title: say('capsTitle'),
      risk: 'review',
      costs: say('capsCosts'),
      commands: [...verify, change`setcap cap_setuid+ep /usr/bin/newuidmap`, change`setcap cap_setgid+ep /usr/bin/newgidmap`],
      undo: [change`setcap -r /usr/bin/newuidmap`, change`setcap -r /usr/bin/newgidmap`],
      verify,
    });
    return [setuid, caps];
  },
});
