/** What collect.sh takes on a node, as far as nodes differ in it. */
export interface NodeFacts {
  readonly kernel?: string;
  readonly runc?: string;
  readonly containerd?: string;
  readonly maxUserNamespaces?: number;
}

/** The bundle of one node, in the form of the collector: a shell session. */
export function bundleOf({ kernel = '6.8.0-45-generic', runc = '1.2.4', containerd = '2.0.1', maxUserNamespaces = 127_234 }: NodeFacts = {}): string {
  const session: readonly (readonly [command: string, output: string])[] = [
    ['uname -r', kernel],
    ['runc --version', `runc version ${runc}\nspec: 1.2.0`],
    ['containerd --version', `containerd github.com/containerd/containerd/v2 v${containerd} 88aa2f531d6c2922003cc7929e51daf1c14caa0a`],
    ['sysctl user.max_user_namespaces', `user.max_user_namespaces = ${maxUserNamespaces}`],
    ['cat /etc/subuid', 'containerd:100000:65536'],
  ];
  return session.map(([command, output]) => `root@node:~# ${command}\n${output}\n`).join('');
}

/** Bundles of as many nodes as are asked for, a folder a node; `odd` are those that differ, by number from 1. */
export function fleetOf(count: number, odd: Readonly<Record<number, NodeFacts>> = {}): { name: string; text: string }[] {
  return Array.from({ length: count }, (_, index) => ({ name: `node-${String(index + 1).padStart(2, '0')}/bundle.txt`, text: bundleOf(odd[index + 1]) }));
}

/** Forty nodes to try the comparison on: three with an older kernel, one without user namespaces, one with older runtimes. */
export function exampleFleet(): { name: string; text: string }[] {
  const older = { kernel: '5.10.0-21-amd64' };
  return fleetOf(40, { 3: older, 17: older, 22: older, 31: { maxUserNamespaces: 0 }, 40: { containerd: '1.7.2', runc: '1.1.5' } });
}
