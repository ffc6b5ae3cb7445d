import { programsOf } from './shell-words';

/** May a program run with these arguments and change nothing? */
type Reads = (args: readonly string[]) => boolean;

const always: Reads = () => true;
const first = (...allowed: readonly string[]): Reads => ([one = '']) => allowed.includes(one);
const without = (pattern: RegExp): Reads => (args) => !args.some((arg) => pattern.test(arg));

/** Programs that only read, with what they may be told. */
const readers: Readonly<Record<string, Reads>> = {
  ...Object.fromEntries('[ aa-status ausearch cat getcap getent getsubids grep head id ls lsns namei od printf pwd stat systemd-detect-virt tail test true uname'.split(' ').map((name) => [name, always])),
  apparmor_parser: first('-Q'),
  command: first('-v'),
  containerd: (args) => ['--version', 'config dump'].includes(args.join(' ')),
  crictl: first('info', 'inspect', 'inspectp'),
  crun: first('--version', 'features'),
  ctr: (args) => args[0] === 'version' || args.slice(0, 2).join(' ') === 'containers info',
  dmesg: without(/^(?:-[cCDEn]|--(?:clear|read-clear|console))/),
  docker: first('info', 'ps', 'version'),
  find: without(/^-(?:exec|ok|delete|fprint|fls)/),
  findmnt: always,
  'fuse-overlayfs': first('--version'),
  journalctl: without(/^--(?:vacuum|rotate|flush|sync|relinquish|setup)/),
  jq: without(/^(?:-i|--in-place)$/),
  kubectl: (args) => ['version', 'get'].includes(args[0] ?? '') || (args[0] === 'apply' && args.includes('--dry-run=server')),
  loginctl: ([one]) => one === undefined || one === 'show-user',
  podman: (args) => ['info', 'version'].includes(args[0] ?? '') || (args[0] === 'unshare' && ['cat', 'id', 'true'].includes(args[1] ?? '')),
  runc: first('features', 'list', '--version'),
  sh: ([option, program = '']) => option === '-c' && /^ulimit [\w -]+$/.test(program),
  slirp4netns: first('--version'),
  sysctl: without(/^(?:-w|--write|-p|--system)$|=/),
  systemctl: (args) => /^(?:show|status|cat|is-[\w-]+)$/.test(args.find((arg) => arg !== '--user') ?? ''),
  // It makes a namespace of its own, and leaves it.
  unshare: ([option = '', program = '']) => /^-Ur?$/.test(option) && ['true', 'id'].includes(program),
  youki: first('--version'),
};

/** Does a command look and change nothing, neither the host nor a file? What is not known to read is taken to change. */
export function isReadOnly(command: string): boolean {
  const programs = programsOf(command);
  return programs.length > 0 && programs.every(({ words: [name = '', ...args], writes }) => !writes && Object.hasOwn(readers, name) && readers[name]?.(args) === true);
}
