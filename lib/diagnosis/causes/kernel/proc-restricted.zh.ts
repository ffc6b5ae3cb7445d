/** What `proc-restricted` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '宿主机以 hidepid 或 subset 挂载 /proc，无法触及其他进程',
  pageWhy: '使用 hidepid 时，普通用户在 /proc 中只能看到自己的进程；使用 subset=pid 时也只比这多一点。newuidmap 要打开运行时的 /proc/PID，systemd 和 D-Bus 要在那里查找调用者，加入命名空间需要 /proc/PID/ns。被隐藏的内容看起来就像不存在。',
  pageTell: '`findmnt -no OPTIONS /proc` 显示 hidepid=1、2 或 invisible，或 subset=pid。如果没有这些，则是进程已经结束。',
  pageSure: '/proc 以 hidepid 或 subset=pid 挂载，并且找不到另一个进程的条目或会话。',
  pageNot: '/proc 挂载时两者都没有。',
  title: '/proc 以 `{option}` 挂载，运行时因此无法在其中触及其他进程',
  titleUnknown: '无法触及 /proc 中另一个进程的条目',
  explanation: '他人进程的条目被隐藏，而启动所依赖的程序要在那里查找。',
  option: '/proc 以 {option} 挂载。',
  told: '找不到另一个进程的条目。',
  refused: '需要查找进程的程序失败了。',
  bare: '/proc 挂载时没有 hidepid 和 subset。',
  fixTitle: '不带 hidepid 挂载 /proc',
  costs: '宿主机上的每个用户都能看到其他所有人的进程，与默认情况一样。',
  keep: '还要从 /etc/fstab 或设置它的单元中去掉该选项。',
  group: '或者保留它，但让某个组能看到全部：在 /proc 的选项中用 `gid=` 指定该组，并把 systemd-logind 和该用户加入其中。',
} as const;
