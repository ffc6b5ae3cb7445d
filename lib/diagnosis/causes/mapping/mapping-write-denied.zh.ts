/** What `mapping-write-denied` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '写入 ID 映射的进程只能映射它自己的 ID',
  pageWhy: '在父命名空间中没有 CAP_SETUID 和 CAP_SETGID 的进程，只能写入一次、一行、仅含自己 ID 的映射；而且 /proc/PID/setgroups 中写入 "deny" 之后才能写 gid 映射。更多的 ID 由 newuidmap 和 newgidmap 代写。其余情况一律返回 EPERM。',
  pageTell: '映射由程序自己写入，没有经过 newuidmap。newuidmap 本身失败是另一个原因；父命名空间中没有这些 ID 也是另一个原因。',
  pageSure: 'shell 自己通过 echo 或重定向写映射，被内核拒绝。',
  pageNot: '映射由 root 写入。如果中间经过 newuidmap，以它自己的报错为准，此原因无法下结论。',
  title: '写入映射的进程只能映射它自己的 ID',
  titleSetgroups: 'gid 映射无法写入：没有先禁用 setgroups',
  explanation: '普通用户在 /proc/PID/setgroups 中写入 `deny` 之后，可以为自己的 ID 写入一行映射。成段的范围要经过 newuidmap 和 newgidmap。',
  direct: 'shell 自己写入映射。',
  refused: '内核拒绝了它。',
  many: '这个映射包含的不只是自己的 ID。',
  root: '映射由 root 写入，root 有此权限。',
  fixTitle: '让 newuidmap 和 newgidmap 写入映射',
  costs: '无：两者正是为此设计的。所用范围必须已在 /etc/subuid 和 /etc/subgid 中授予。',
  how: '用它们取代写入 `/proc/PID/uid_map` 和 `gid_map` 的那几行，期间新命名空间中的进程等待。`unshare --map-auto --map-root-user` 会同时做好这两件事。',
  undo: '命名空间的最后一个进程结束后，映射随之消失。',
} as const;
