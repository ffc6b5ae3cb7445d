import type { Failure } from '../messages/message';

/** Settings that each network namespace has of its own, and that root of its user namespace may write (Linux, net/sysctl_net.c, net_ctl_permissions). */
const ofNetwork = /^net\.(?:ipv4\.(?:ip_unprivileged_port_start|ping_group_range|ip_forward|ip_local_port_range|conf\.)|ipv6\.conf\.)/;

/**
 * The setting that runc found and then could not open. Since the mend of CVE-2025-52881 (runc 1.2.8, 1.3.3 and 1.4) it
 * opens the file a second time through a detached mount of /proc, whose path AppArmor takes for one below /: the
 * profile of an outer container (LXC, LXD, Incus) then denies /sys/net. Owner and mode of the file allowed it.
 */
export function reopenedSysctl(failure: Failure | undefined): string | undefined {
  if (failure?.by !== 'runc' || failure.symptom !== 'sysctl-refused' || failure.errno !== 'EACCES') return undefined;
  const key = /open sysctl ["'`]?([\w./-]{1,256})["'`]? file: reopen fd \d+: permission denied/.exec(failure.text)?.[1]?.replaceAll('/', '.');
  return key && ofNetwork.test(key) ? key : undefined;
}
