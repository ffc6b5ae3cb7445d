import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import { fix } from '../../fixes/fix';
import { blank } from '../../fixes/blank';
import { change, look, userName } from '../../fixes/sh';
import { zh } from './rootless-environment-incomplete.zh';

type Missing = 'runtimeDir' | 'session' | 'network' | 'root' | 'daemon';

interface Match {
  readonly missing: Missing;
  readonly user: string | undefined;
}

/** State that root's programs keep (messages/state-folders.ts); those of runtimes lie there only where XDG_RUNTIME_DIR is not set. */
const folderOfRoot = /\bmkdir \/(?:var\/run|run|var\/lib|etc)\/(?!user\/|runc|crun|youki)[\w./]+: /;

/** Errors of systemd's own over D-Bus (org.freedesktop.DBus.Error.InteractiveAuthorizationRequired, AccessDenied). */
const answered = /interactive authentication required|: access denied/i;

export const rootlessEnvironmentIncomplete = defineCause({
  id: 'rootless-environment-incomplete',
  step: 'allocate-ids',
  effect: 'stops',
  explains: { 'daemon-socket-refused': 'sometimes', 'rootless-environment-refused': 'usually', 'user-session-missing': 'usually', 'subid-range-not-found': 'rarely', 'oom-score-refused': 'rarely', 'runtime-not-run': 'rarely', 'stale-namespace': 'rarely' },
  uses: ['rootless', 'caller', 'launcher', 'failure'],
  references: [
    { title: 'rootlesscontaine.rs: log in', url: 'https://rootlesscontaine.rs/getting-started/common/login/' },
    { title: 'Docker: rootless mode, troubleshooting', url: 'https://docs.docker.com/engine/security/rootless/troubleshoot/' },
  ],
  words: {
    en: {
      name: 'Rootless start-up lacks XDG_RUNTIME_DIR, a user session, or a network helper',
      pageWhy:
        'Rootless runtimes keep their state in XDG_RUNTIME_DIR, which pam_systemd makes at a real login; `su` and `sudo -u` leave it out. Without it runc and crun try /run itself, which belongs to root. Cgroups come from the systemd of the user over D-Bus. RootlessKit needs slirp4netns or pasta, and /dev/net/tun.',
      pageTell: '`echo $XDG_RUNTIME_DIR` is empty, `systemctl --user status` fails, or the message names slirp4netns or a tap device. The container\'s own config plays no part.',
      pageSure: 'The program says that its runtime directory, its helper or its daemon is missing, and root is not known to start it.',
      pageNot: 'Root starts the runtime, who needs no session.',
      titleRuntimeDir: 'XDG_RUNTIME_DIR is not set, so the runtime falls back to a directory of root',
      titleSession: 'The user has no session of systemd that answers',
      titleNetwork: 'The network helper of RootlessKit cannot set up its device',
      titleRoot: 'The program is started as root, where it wants an ordinary user, or the other way round',
      titleDaemon: 'The rootless daemon is not running',
      explanation: 'Rootless containers rely on what a login session gives: a runtime directory, a user manager and a few helpers.',
      told: 'This is missing.',
      socket: 'This is the socket of the daemon that root runs.',
      rootlesskit: 'The daemon of the user runs under RootlessKit, with a socket of its own.',
      caller: 'An ordinary user starts the runtime.',
      root: 'Root starts the runtime, who needs no session.',
      dirTitle: 'Log in as the user for real, so that XDG_RUNTIME_DIR is set',
      dirCosts: 'None.',
      dirHow: 'By ssh, `machinectl shell USER@`, or `su - USER` with `export XDG_RUNTIME_DIR=/run/user/$(id -u)` once /run/user/UID is there. A service needs the same line in its unit.',
      lingerTitle: 'Let the user manager run without a login (lingering)',
      lingerCosts: 'The user manager runs from boot on.',
      networkTitle: 'Install slirp4netns or pasta, and let the user open /dev/net/tun',
      networkCosts: 'A process for the network of the containers.',
      networkHow: '`modprobe tun` where /dev/net/tun is missing; mode 0666 is its default. In a container give it that device. Packages: slirp4netns, passt.',
      rootTitle: 'Start it as the user that it is meant for',
      daemonTitle: 'Start the rootless daemon of the user',
      daemonHow: 'containerd: `containerd-rootless-setuptool.sh install`; Docker: `dockerd-rootless-setuptool.sh install`; then `systemctl --user start` of it.',
      none: 'None.',
    },
    zh,
  },
  judge({ rootless, caller, launcher, failure }, say) {
    // A client of rootless Docker that is not told of its own socket asks the daemon of root.
    if (failure?.symptom === 'daemon-socket-refused') {
      const other: Match = { missing: 'daemon', user: caller?.value.name };
      return launcher?.value === 'rootlesskit' ? supported(other, [mark(failure, say('socket')), mark(launcher, say('rootlesskit'))], ['failure']) : refuted([]);
    }
    const ours = failure && (failure.symptom === 'rootless-environment-refused' || failure.symptom === 'user-session-missing') ? failure : undefined;
    const match: Match = { missing: missingOf(ours?.text ?? '', ours?.symptom === 'user-session-missing'), user: caller?.value.name };
    if (!ours) return open(match, ['failure']);
    const told = mark(ours, say('told'));
    const byRoot = rootless?.value === false && match.missing !== 'root' && match.missing !== 'network';
    if (rootless && byRoot) return refuted([mark(rootless, say('root'))]);
    const marks = [...(rootless?.value ? [mark(rootless, say('caller'))] : []), told];
    // The bus is there, and systemd answered: it gives this caller no unit.
    if (ours.symptom === 'user-session-missing' && answered.test(ours.text)) return open(match, ['rootless']);
    // A missing session has a second usual cause: no delegated cgroup; a folder of root may be closed for other reasons.
    const elsewhere = ours.symptom === 'user-session-missing' || folderOfRoot.test(ours.text);
    return elsewhere ? supported(match, marks, ['failure']) : proved(match, marks);
  },
  explain({ missing }, say) {
    const titles = { runtimeDir: 'titleRuntimeDir', session: 'titleSession', network: 'titleNetwork', root: 'titleRoot', daemon: 'titleDaemon' } as const;
    return { title: say(titles[missing]), explanation: say('explanation') };
  },
  fixes({ missing, user }, say) {
    const name = userName(user) ?? blank('user');
    const verify = [look`systemctl --user status`, look`ls -ld /run/user`];
    const directory = fix({ title: say('dirTitle'), risk: 'review', costs: say('dirCosts'), commands: verify.slice(1), undo: [], verify, notes: [say('dirHow')] });
    const linger = fix({ title: say('lingerTitle'), risk: 'review', costs: say('lingerCosts'), commands: [look`loginctl`, change`loginctl enable-linger ${name}`], undo: [change`loginctl disable-linger ${name}`], verify });
    switch (missing) {
      case 'network':
        return [fix({ title: say('networkTitle'), risk: 'review', costs: say('networkCosts'), commands: [look`ls -l /dev/net/tun`, change`apt-get install -y slirp4netns`], undo: [change`apt-get remove -y slirp4netns`], verify: [look`slirp4netns --version`], notes: [say('networkHow')] })];
      case 'root':
        return [fix({ title: say('rootTitle'), risk: 'review', costs: say('none'), commands: [look`id`], undo: [], verify: [look`id`] })];
      case 'daemon':
        return [fix({ title: say('daemonTitle'), risk: 'review', costs: say('none'), commands: verify.slice(0, 1), undo: [], verify, notes: [say('daemonHow')] })];
      case 'session':
        return [linger, directory];
      case 'runtimeDir':
        return [directory, linger];
    }
  },
});

function missingOf(text: string, session: boolean): Missing {
  if (session) return 'session';
  if (/slirp4netns|pasta|vpnkit|lxc-user-nic|\btap\b|\/dev\/net\/tun|setup network/i.test(text)) return 'network';
  if (/as the root user|root privileges|PARENT_EUID|RootlessKit$/i.test(text) || folderOfRoot.test(text)) return 'root';
  return /not running|another RootlessKit/i.test(text) ? 'daemon' : 'runtimeDir';
}
