/** Capabilities that the commands of a fix do not get: they reach the kernel itself. */
export const withoutCapabilities = [
  'sys_module', 'sys_boot', 'sys_rawio', 'sys_time', 'syslog', 'wake_alarm', 'mac_admin', 'mac_override', 'perfmon', 'bpf', 'audit_control', 'block_suspend',
].map((name) => `-${name}`).join(',');

/** Where a command begins: a line, a list, a substitution, or behind a word that runs another. */
const begin = String.raw`(?:^|[;&|(\x60]|\b(?:then|do|else|exec|sudo|env|command|nohup)\s)\s*(?:\w+=\S*\s+)*(?:\S*/)?`;

const refusedPrograms: readonly (readonly [names: string, why: string])[] = [
  ['modprobe|insmod|rmmod|depmod', 'loads or removes modules of the kernel'],
  ['reboot|shutdown|poweroff|halt|telinit|kexec', 'stops the machine'],
  ['swapon|swapoff|hwclock|timedatectl|date\\s+-s', 'changes the memory or the clock of the machine'],
  ['mkfs(?:\\.\\w+)?|fdisk|sfdisk|parted|wipefs|blkdiscard|losetup|dmsetup|cryptsetup|mdadm', 'touches block devices'],
  ['setenforce|apparmor_parser|aa-\\w+|semodule|load_policy', "changes the machine's security policy"],
  ['systemctl|loginctl|machinectl', 'talks to the systemd of the machine'],
  ['unshare|nsenter', 'enters another namespace'],
];

const refusedText: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\bmknod\b[^;&|\n]*\sb\s+\d/, 'makes a node of a block device'],
  [/(?<![\w.-])\/dev\/(?:vd|sd|hd|xvd|nvme|mmcblk|dm-|md\d|mapper|loop|mem\b|port\b|kmsg|disk)/, 'names a device of the machine'],
  [/(?<![\w.-])\/sys\/(?!fs\/cgroup)/, 'names something below /sys'],
  [/(?<![\w.-])\/proc\/(?:sysrq-trigger|kcore|acpi|mtrr|irq)/, 'names a file of the kernel'],
  [/kernel[./](?:sysrq|core_pattern|modprobe|hotplug|kexec_load_disabled|modules_disabled|panic\w*|usermodehelper)/, 'changes a switch of the kernel that cannot be put back'],
];

/** Why the commands of a fix may not run, even in a world: they would reach the machine around it. */
export function refusal(commands: readonly string[]): string | undefined {
  for (const command of commands) {
    for (const [names, why] of refusedPrograms) {
      if (new RegExp(`${begin}(?:${names})(?![\\w.-])`, 'm').test(command)) return `${why}: ${command}`;
    }
    for (const [pattern, why] of refusedText) if (pattern.test(command)) return `${why}: ${command}`;
  }
  return undefined;
}
