import type { RegionKind, ShellCommand } from './region';

const mode = String.raw`[-dlbcps][-rwxsStT]{9}[.+@]?`;

/** What a single line is by its own shape, tried in order. */
const shapes: readonly (readonly [RegExp, RegionKind])[] = [
  [new RegExp(String.raw`^\s*${mode}\s`), 'listing'],
  [/^f: \//, 'listing'],
  [/^total \d+$/, 'listing'],
  [/^\s*(?:File: (?!\S+\.go@\d)|Access: \(\d{4}\/|Size: \d+\s+Blocks:|Device: \S+\s+Inode: \d)/, 'listing'],
  [/^\d{1,10}:\d{1,10} [0-7]{3,4}(?: |$)/, 'listing'],
  [/^(?:ls|stat|namei): .*No such file or directory$/, 'listing'],
  [/^# (?:file|owner|group|flags): \S|^(?:default:)?(?:user|group|mask|other):[^:\s]{0,256}:[r-][w-][xst-](?:\s|$)/, 'listing'],
  [/^[A-Za-z_][\w.-]{0,31}:\d{1,20}:\d{1,20}\s*$/, 'subid'],
  [/^\d{1,10}:\d{1,20}:\d{1,20}\s*$/, 'subid'],
  [/^\s*\d{1,10}\s+\d{1,10}\s+\d{1,10}\s*$/, 'id-map'],
  [/^(?:kernel|user|net|fs|vm)\.[\w.]+\s*=\s*\S/, 'sysctl'],
  [/^\/proc\/sys\/[\w./]+[:=]\s*\S/, 'sysctl'],
  [/^(?:sysctl: cannot stat|grep:) \/proc\/sys\//, 'sysctl'],
  [/^uid=\d+/, 'identity'],
  [/^\d+ \d+ \d+:\d+ \/\S* \/\S* .* - \S+ \S+ \S+$/, 'mounts'],
  [/^\S+ on \/\S* type \w+ \(/, 'mounts'],
  [/^(?:TARGET\s+SOURCE\s+FSTYPE|[│├└ ─|`-]*\/\S*\s+\S+\s+\w+\s+(?:ro|rw)[, ])/, 'mounts'],
  [/^Linux \S+ \d+\.\d+/, 'versions'],
  [/^(?:runc|crun|youki|podman|buildah|containerd|ctr|nerdctl|rootlesskit) version /i, 'versions'],
  [/^(?:containerd|ctr) \S+ v?\d+\.\d+/, 'versions'],
  [/^(?:ID|VERSION_ID|PRETTY_NAME|NAME|VERSION)=/, 'versions'],
];

/** What a command prints, whatever it looks like. */
const printed: readonly (readonly [RegExp, RegionKind])[] = [
  [/^(?:sudo )?(?:ls|stat(?! -f)|namei|getfacl)\s/, 'listing'],
  [/\/etc\/sub[ug]id\b/, 'subid'],
  [/^(?:sudo )?cat \/proc\/\S+\/[ug]id_map/, 'id-map'],
  [/^(?:sudo )?(?:sysctl\s|cat \/proc\/sys\/|grep -H \. \/proc\/sys\/)/, 'sysctl'],
  [/^(?:sudo )?(?:uname|cat \/etc\/os-release|\S+ (?:-v|--version|version)$)/, 'versions'],
  [/^(?:sudo )?(?:findmnt|mount$|mount\s*\||cat \/proc\/\S*mount)/, 'mounts'],
  [/^id(?:\s|$)/, 'identity'],
];

/** The kind of a line, by the command that printed it and by its own shape; `log` where nothing tells. */
export function kindOfLine(line: string, command: ShellCommand | undefined): RegionKind {
  const text = line.slice(0, 2048).trim();
  const byCommand = command && printed.find(([pattern]) => pattern.test(command.text))?.[1];
  const byShape = shapes.find(([pattern]) => pattern.test(text))?.[1];
  // Of several commands in one line it is not known which one prints.
  const several = /[;&]\s*\w/.test(command?.text ?? '');
  return (several ? (byShape ?? byCommand) : (byCommand ?? byShape)) ?? 'log';
}
