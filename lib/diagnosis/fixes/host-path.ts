import { isSafeInCommand } from './sh';

declare const passed: unique symbol;
/** A path of the host that a command may change. */
export type HostPath = string & { readonly [passed]: 'host path' };

/** Directories of the system: no command changes one of these, whatever a config says. */
const systemPaths = new Set(
  (
    '/ /bin /boot /dev /etc /home /lib /lib32 /lib64 /libx32 /media /mnt /opt /proc /root /run /sbin /srv /sys ' +
    '/tmp /usr /var /var/lib /var/run /var/tmp /var/log /usr/local'
  ).split(' '),
);

/** Nothing below these is changed either; bundles do live under /root, /home, /var/lib and /run. */
const systemTrees = ['/etc', '/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/boot', '/dev', '/proc', '/sys'];

function isPlainAbsolute(path: string): boolean {
  const parts = path.split('/').slice(1);
  return path.startsWith('/') && isSafeInCommand(path) && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}

function isOfTheSystem(path: string): boolean {
  return systemPaths.has(path) || systemTrees.some((tree) => path === tree || path.startsWith(`${tree}/`));
}

/**
 * A path that a command may change: absolute, without empty parts, `.` or `..`, no path of the system,
 * and at least two components deep. `undefined` where no command may be built for it.
 */
export function hostPath(path: string): HostPath | undefined {
  const deepEnough = path.split('/').length > 2;
  return isPlainAbsolute(path) && deepEnough && !isOfTheSystem(path) ? (path as HostPath) : undefined;
}

/** A file of the working directory by its bare name, as `./name`: the shell's own redirection made it there. */
export function localFile(name: string): HostPath | undefined {
  const bare = name.replace(/^\.\//, '');
  return isPlainAbsolute(`/${bare}`) && !bare.includes('/') ? (`./${bare}` as HostPath) : undefined;
}

/**
 * A directory that a single, non-recursive `chmod o+x` may open, because the evidence shows that mapped root is
 * stopped there: also /root, /home or /srv themselves, but nothing below /etc, /usr, /dev and their like.
 */
export function searchableDirectory(path: string): HostPath | undefined {
  const barred = path === '/' || systemTrees.some((tree) => path === tree || path.startsWith(`${tree}/`));
  return isPlainAbsolute(path) && !barred ? (path as HostPath) : undefined;
}
