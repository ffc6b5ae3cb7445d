/** Lines as programs print them, for tests. */

/** runc, before its init runs. */
export const runc = (message: string) => `runc run failed: ${message}\n`;

/** runc's init, inside the new namespaces. */
export const runcInit = (message: string) => runc(`unable to start container process: error during container init: ${message}`);

/** ctr or the CRI plugin, around runc's init. */
export const throughContainerd = (message: string) =>
  `ctr: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ${message}: unknown\n`;

/** Podman around crun. */
export const podman = (message: string) => `Error: OCI runtime error: crun: ${message}\n`;

/** A pasted shell session of root: a command and what it printed. */
export const asRoot = (command: string, output = '') => `root@node1:/mycontainer# ${command}\n${output}`;

/** The same of an ordinary user called app. */
export const asUser = (command: string, output = '') => `app@node1:~$ ${command}\n${output}`;
