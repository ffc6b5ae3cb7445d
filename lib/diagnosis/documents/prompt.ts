import type { ShellCommand } from './region';

/** `user@host:dir# command`, `[user@host dir]$ command`, `user@host dir % command` of zsh, `user@host:dir> command` of SUSE; the sign tells root from others. */
const fullPrompt = /^\s{0,16}(?:\(([\w.-]{1,64})\)( ?))?\[?([a-z_][\w.-]{0,31})@([\w.-]{1,64})(?:(?::|\s)([^\s\]#$]{0,1024}))?\]?\s?([#$]|(?<=\s)%|(?<=:[~/][^\s>]{0,1024})>)\s+(\S.*)$/;
/** `host dir # command` of Gentoo, `host:dir # command` of SUSE: root's prompt names no user. */
const hostPrompt = /^[\w.-]{1,64}[ :](?:~|\/[\w./-]{0,256}|[\w.-]{1,64}) ([#$]) (\S.*)$/;
/** A bare sign: `#` and `>` begin comments and quotes too, so they need a command that we know behind them. */
const bareSign = /^([$%#>+])\s+(\S.*)$/;

/** Programs whose output is evidence. */
const knownProgram =
  /^(?:sudo(?: -\w+(?: [a-z_][\w-]*)?)* )?(?:\S*\/)?(?:runc|crun|youki|ctr|containerd|nerdctl|podman|buildah|docker|dockerd|kubectl|crictl|k3s|lima|lxc|lxc-\w+|incus|ls|stat|namei|cat|head|tail|sysctl|uname|id|mount|findmnt|getent|getcap|getsubids|getfacl|chroot|arch-chroot|systemd-detect-virt|grep|journalctl|dmesg|systemctl|loginctl|newuidmap|newgidmap|unshare|bwrap|rootlesskit|containerd-rootless[\w.-]*|dockerd-rootless[\w.-]*|nix|which|echo)(?:\s|$)/;

/** Does a text begin with a program whose output is evidence, and with something for it to do? */
export function isKnownProgram(text: string): boolean {
  return knownProgram.test(text) && /^\S+\s+\S/.test(text);
}

/** A line of a shell session that holds a command, read with its prompt; the text is the command alone. */
export function readPrompt(line: string): (ShellCommand & { readonly offset: number }) | undefined {
  const full = fullPrompt.exec(line);
  if (full) {
    const [, label = '', gap = '', user = '', host = '', directory = '', sign, text = ''] = full;
    // bash of Debian puts the name of a chroot right before the user; a virtual environment of Python leaves a blank.
    const isChroot = label !== '' && (gap === '' || label === 'chroot');
    return {
      text: text.trimEnd(),
      user,
      host,
      ...(directory === '' ? {} : { directory }),
      root: sign === '#' || user === 'root',
      ...(isChroot ? { chroot: label } : {}),
      offset: line.length - text.length,
    };
  }
  const marked = /^\s{0,16}\((chroot)\)\s(?:[\w.~/-]{1,256}\s){0,3}([#$])\s+(\S.*)$/.exec(line);
  if (marked) {
    const [, chroot = '', sign, text = ''] = marked;
    return { text: text.trimEnd(), root: sign === '#', chroot, offset: line.length - text.length };
  }
  const hosted = hostPrompt.exec(line);
  if (hosted?.[2] && isKnownProgram(hosted[2])) return { text: hosted[2].trimEnd(), root: hosted[1] === '#', offset: line.length - hosted[2].length };
  const bare = bareSign.exec(line.trimStart());
  if (!bare) return undefined;
  const [, sign, text = ''] = bare;
  if (sign !== '$' && !knownProgram.test(text)) return undefined;
  if (sign === '$' && !/^[A-Za-z_./~"'(]/.test(text)) return undefined;
  return { text: text.trimEnd(), root: sign === '#', offset: line.length - text.length };
}
