import type { CauseId } from '../../lib/diagnosis/cause-ids';
import type { Change, Extent } from './config';
import type { User } from './world';

/** One thing (or two) that is broken in a bundle that starts, or in the host around it. */
export interface Fault {
  readonly id: string;
  /** The causes in the order in which they must be named, one report after the other; none: it must stay healthy. */
  readonly causes: readonly CauseId[];
  /** A runtime as the manifest names it, `containerd-2.1 runc-1.3` for ctr with that runtime. */
  readonly runtimes: readonly string[];
  /** Who starts it; root where nothing is said. */
  readonly user?: User;
  readonly bundle?: string;
  readonly maps?: readonly Extent[];
  /** Who owns the rootfs, `uid:gid`; the first mapped IDs where nothing is said. */
  readonly owner?: string;
  /** What this bundle has beside the usual one while it still starts: of its config, and shell by root in the bundle. */
  readonly good?: Change;
  readonly setup?: string;
  /** What breaks: the config, its text, the host. */
  readonly breaks?: Change;
  readonly breaksText?: (text: string) => string;
  readonly breaksHost?: string;
  /** What the user's shell was started by, as words before a command: the runtime and the collector run in it. */
  readonly shell?: string;
  /** The same in the repaired start, where leaving it or another one is the repair. */
  readonly correctedShell?: string;
  /** What is typed in the bundle, `{runtime}` and `{id}` filled in; `corrected` where the repair is another line. */
  readonly command?: string;
  readonly corrected?: string;
  /** What a user does (shell by root in the bundle) whom the words of the fix tell it, where no command can. */
  readonly byHand?: string;
  /** Where the words of the fix say that its commands are to be run; the bundle where nothing is said. */
  readonly fixFolder?: string;
  /** What a good start prints. */
  readonly prints?: string;
  /** What the failing start prints, where another failure could be taken for it. */
  readonly says?: RegExp;
  readonly cgroup?: 'v1' | 'v2';
  /** A program of the manifest that must be there too, for the repair. */
  readonly needs?: string;
  /** What a user puts in place of a placeholder that the evidence cannot fill. */
  readonly fills?: Readonly<Record<string, string>>;
}

/** Every runtime whose words differ. */
export const runcs = ['runc-1.1', 'runc-1.3', 'runc-1.4'] as const;
export const cruns = ['crun-1.8', 'crun-1.21', 'crun-1.28'] as const;
export const both = ['runc-1.1', 'runc-1.4', 'crun-1.8', 'crun-1.28'] as const;

/** What a user without root has: ID 1000, and the range 100000-165535 of /etc/subuid. */
export function rootless<F extends Omit<Fault, 'user'>>(fault: F): Fault {
  const grant = "printf 'alice:100000:65536\\n' > /etc/subuid; cp /etc/subuid /etc/subgid\n";
  return { bundle: '/home/alice/web', owner: '1000:1000', ...fault, user: 'alice', setup: `${grant}${fault.setup ?? ''}` };
}
