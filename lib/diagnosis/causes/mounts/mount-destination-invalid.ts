import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Mount } from '../../facts/facts';
import { editConfigWith } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { remove, replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './mount-destination-invalid.zh';

/** Places below /proc that runc lets be mounted over (libcontainer/rootfs_linux.go, checkProcMount). */
const inProc = new Set(['/proc/cpuinfo', '/proc/diskstats', '/proc/meminfo', '/proc/stat', '/proc/swaps', '/proc/uptime', '/proc/loadavg', '/proc/slabinfo', '/proc/sys/kernel/ns_last_pid', '/proc/sys/crypto/fips_enabled']);

type Fault = 'relative' | 'top' | 'proc';

interface Match {
  readonly faults: readonly { readonly mount: Mount; readonly fault: Fault }[];
  /** The place that the runtime names, with the rootfs before it. */
  readonly refused: string;
}

export const mountDestinationInvalid = defineCause({
  id: 'mount-destination-invalid',
  step: 'mount',
  effect: 'stops',
  explains: { 'mount-destination-refused': 'usually', 'container-proc-missing': 'sometimes' },
  uses: ['mounts', 'runtime', 'failure'],
  references: [
    { title: 'OCI runtime specification: mounts, destination', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md#mounts' },
    { title: 'runc: libcontainer/rootfs_linux.go', url: 'https://github.com/opencontainers/runc/blob/main/libcontainer/rootfs_linux.go' },
  ],
  words: {
    en: {
      name: "A mount's destination is relative, the root itself, or a place in /proc",
      pageWhy:
        'A destination is an absolute path in the container. runc refuses the root itself, paths that lead out of it through a symbolic link, and most of /proc, because a mount there could hide what it checks. Only a few files of /proc may be covered, as lxcfs does.',
      pageTell: 'The message names the destination. Look for `/`, a path without a leading slash, /proc/…, or a symbolic link in the image.',
      pageSure: 'The runtime refuses a destination; or one is / itself, or a place in /proc and runc starts it.',
      pageNot: 'Every destination is absolute and outside /proc. A relative one alone proves nothing: runc takes it with a warning.',
      titleRelative: 'The destination `{destination}` is relative',
      titleTop: 'The destination `/` would cover the whole root filesystem',
      titleProc: 'Nothing may be mounted on `{destination}` in /proc',
      titleUnknown: 'The runtime refuses the destination of a mount',
      explanation: 'The runtime mounts only inside the root filesystem of the container, at an absolute path, and not over what it relies on.',
      relative: 'A relative destination.',
      top: 'The root itself.',
      proc: 'A place in /proc that may not be covered.',
      told: 'The runtime refused the destination.',
      fine: 'Every destination is absolute and lies outside /proc.',
      slashTitle: 'Write the destination from the root on: `{destination}` (config only)',
      dropTitle: 'Leave the mount out (config only)',
      costs: 'The mount is not there in the container.',
      slashCosts: 'None.',
      undo: 'Put the mount back at `{pointer}`.',
      lookTitle: 'Give the mount another destination',
    },
    zh,
  },
  judge({ mounts, runtime, failure }, say) {
    const faults = (mounts?.value ?? []).flatMap((mount) => {
      const fault = faultOf(mount);
      return fault ? [{ mount, fault }] : [];
    });
    const ours = failure?.symptom === 'mount-destination-refused' ? failure : undefined;
    const refused = ours?.values.quoted?.value ?? ours?.values.path?.value ?? '';
    const match: Match = { faults, refused };
    const told = ours ? [mark(ours, say('told'))] : [];
    const marks = faults.map(({ mount, fault }) => mark(mount.destinationSpan ?? mount.span, say(fault)));
    if (told.length > 0) return proved(match, [...marks, ...told]);
    // runc takes a relative destination with a warning, from the root on.
    const certain = faults.filter(({ fault }) => fault === 'top' || (fault === 'proc' && runtime?.value.name === 'runc'));
    if (certain.length > 0) return proved({ faults: certain, refused }, marks);
    return mounts && mounts.value.length > 0 && faults.length === 0 ? refuted([mark(mounts, say('fine'))]) : open(match, ['mounts'], marks);
  },
  explain({ faults: [first] }, say) {
    const explanation = say('explanation');
    if (!first) return { title: say('titleUnknown'), explanation };
    const { destination } = first.mount;
    const title = first.fault === 'top' ? say('titleTop') : first.fault === 'relative' ? say('titleRelative', { destination }) : say('titleProc', { destination });
    return { title, explanation };
  },
  fixes({ faults: [first], refused }, say) {
    const verify = [look`jq .mounts config.json`];
    if (!first && refused !== '') return [fix({ title: say('dropTitle'), risk: 'review', costs: say('costs'), ...editConfigWith({ refused }, leaveOut) })];
    if (!first) return [fix({ title: say('lookTitle'), risk: 'review', costs: say('costs'), commands: verify, undo: [], verify })];
    const { mount, fault } = first;
    const pointer = mount.span.pointer ?? '';
    if (fault === 'relative' && mount.destinationSpan) {
      const destination = `/${mount.destination.replace(/^(?:\.?\/)+/, '')}`;
      return [fix({ title: say('slashTitle', { destination }), risk: 'safe', costs: say('slashCosts'), patch: replace(mount.destinationSpan, destination), undo: [say('undo', { pointer })], verify })];
    }
    return [fix({ title: say('dropTitle'), risk: 'review', costs: say('costs'), patch: remove(mount.span), undo: [say('undo', { pointer })], verify })];
  },
});

/** For a config that was not given: the mount on the top, and the one whose place was refused. */
const leaveOut = 'del(.mounts[] | select(.destination as $at | $at == "/" or ($refused | endswith($at))))';

function faultOf({ destination, type, bind }: Mount): Fault | undefined {
  const path = destination.replace(/\/+$/, '') || '/';
  if (destination !== '' && !destination.startsWith('/')) return 'relative';
  if (path === '/') return destination === '' ? undefined : 'top';
  if (!path.startsWith('/proc/') && path !== '/proc') return undefined;
  if (path === '/proc') return type === 'proc' || type === 'sysfs' || bind ? undefined : 'proc';
  return inProc.has(path) ? undefined : 'proc';
}
