import type { Upload } from './app';
import type { Bundle } from './bundle';

/** What a user brings: the session of the start, and what the collector takes. */
export function gather(bundle: Bundle, session: string): Upload[] {
  const { world, folder, fault } = bundle;
  const rootfs = `${folder}/rootfs`;
  const root = (command: string) => `root@node1:${folder}# ${command}\n${world.type(command, folder).output}`;
  const host = [`ls -ln ${folder} ${rootfs}`, `namei -l ${rootfs}`, 'cat /etc/subuid', 'cat /etc/subgid', 'ls -l /usr/bin/newuidmap /usr/bin/newgidmap', 'sysctl user.max_user_namespaces'];
  return [
    { name: 'config.json', text: bundle.readConfig() },
    { name: 'output.txt', text: session },
    { name: 'host.txt', text: host.map(root).join('') },
  ].filter(({ text }) => text !== '' && fault.id !== '');
}
