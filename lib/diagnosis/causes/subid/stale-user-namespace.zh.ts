/** What `stale-user-namespace` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '范围修正之前创建的用户命名空间仍在使用',
  pageWhy: 'rootless Podman 通过 pause 进程保留一个用户命名空间，每条命令都加入它；RootlessKit 在守护进程运行期间保留自己的命名空间。它们的映射只写过一次。之后授予的范围只在新的命名空间中生效。',
  pageTell: '/etc/subuid 和 /etc/subgid 已授予范围，而 `podman unshare cat /proc/self/uid_map` 仍只显示一行、一个 ID。',
  pageSure: 'Podman 或 RootlessKit 报告它的 pause 进程或命名空间已不能使用。',
  pageNot: '没有授予范围：新的命名空间也不会有别的映射。',
  title: '旧的用户命名空间仍在使用，映射还是以前的',
  explanation: '范围现在已经授予，但程序加入的命名空间是在此之前创建的。',
  granted: '现在已授予范围。',
  single: '程序仍然只有一个 ID。',
  told: '要加入的命名空间已不能使用。',
  none: '没有授予范围：新的命名空间也不会有别的映射。',
  fixTitle: '创建新的用户命名空间',
  costs: '该用户正在运行的容器会停止。',
  undo: '无需撤销：重新启动容器即可。',
  rootlesskit: 'rootless Docker 或 containerd：`systemctl --user restart docker`（或 containerd）效果相同。',
} as const;
