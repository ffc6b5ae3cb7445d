import { rowsBy } from './message';

/** pasta, slirp4netns and the ports of rootless containers; what is no matter of rights is unrelated. */
export const network = rowsBy('podman', [
  { prints: ["Couldn't open network namespace {path}: {errno}"], errnos: ['EACCES', 'EPERM'], symptom: 'apparmor-profile-refused', seen: "Couldn't open network namespace /run/user/1001/netns/netns-5f2a: Permission denied" },
  { prints: ['could not find pasta, the network namespace can\'t be configured: {any}', 'could not find slirp4netns, the network namespace can\'t be configured: {any}', 'could not find slirp4netns, the network namespace can\'t be configured: exec: {quoted}: executable file not found in $PATH', 'could not find pasta, the network namespace can\'t be configured: exec: {quoted}: executable file not found in $PATH', 'Failed to open() /dev/net/tun: {errno}', 'Failed to open tun socket in namespace'], symptom: 'rootless-environment-refused', seen: 'Error: could not find pasta, the network namespace can\'t be configured: exec: "pasta": executable file not found in $PATH' },
  { prints: ['pasta failed with exit code {count}', 'No external routable interface for {any}', 'External interface not usable', "Couldn't get any nameserver address", 'Failed to bind port {count} ({errno}) for option {any}'], errnos: ['EBUSY', 'EINVAL'], symptom: 'network-set-up-failed', vague: true, seen: 'Error: setting up Pasta: pasta failed with exit code 1:' },
  // Podman sums up what pasta says of its ports.
  { prints: ['Port(s) already bound: {count}: {errno}', 'Failed to bind port {count} ({errno}) for option {any}', 'Failed to bind port {count} ({errno})'], errnos: ['EACCES', 'EPERM'], symptom: 'port-refused', seen: 'Error: Port(s) already bound: 80: Permission denied' },
  { prints: ['slirp4netns failed'], symptom: 'rootless-environment-refused', vague: true, seen: 'Error: slirp4netns failed' },
  // pasta and passt, isolation.c.
  { prints: ["Couldn't create user and network namespaces: {errno}", "Couldn't create user namespace: {errno}"], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: "Couldn't create user namespace: Operation not permitted" },
  { prints: ['rootlessport listen {any}: bind: address already in use', 'rootlessport listen tcp {any}: bind: address already in use'], symptom: 'network-set-up-failed', seen: 'Error: rootlessport listen tcp 0.0.0.0:8080: bind: address already in use' },
  { prints: ['netavark: {any}', 'could not find "netavark" in one of {any}', 'could not find "aardvark-dns" in one of {any}', 'unable to find network with name or ID {any}'], symptom: 'network-set-up-failed', vague: true, seen: 'Error: netavark: code: 3, msg: iptables: Chain already exists' },
]);
