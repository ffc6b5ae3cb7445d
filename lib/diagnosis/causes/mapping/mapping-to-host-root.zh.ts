/** What `mapping-to-host-root` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '映射覆盖了宿主机 ID 0，命名空间起不到隔离 root 的作用',
  pageWhy: '容器 root 若是宿主机 ID 0，就拥有宿主机 root 的一切：它能触及的每个文件，以及它能发信号的每个进程。命名空间仍会收走对宿主机的 capability，但身份保留。容器可以启动，因此这只是建议。',
  pageTell: '有区段的 hostID 为 0，或从更小处开始而触及 0；恒等映射 0 0 4294967295 就是一例。由普通用户启动时，宿主机 ID 0 只是外层命名空间的 root。',
  pageSure: '要求新建用户命名空间，其中一个区段包含宿主机 ID 0，并且不知道运行时由普通用户启动；或者程序因此拒绝。',
  pageNot: '容器 root 对应的宿主机 ID 不是 0。',
  title: '容器 ID {id} 就是宿主机 root：用户命名空间没有隔离 root',
  explanation: '宿主机 ID 0 被映射进了容器。逃逸出来的进程就是宿主机的 root。',
  holds: '这个区段包含宿主机 ID 0。',
  apart: '容器 root 是宿主机 ID {root}，一个普通 ID。',
  told: '程序拒绝映射宿主机的 root。',
  fixTitle: '映射一段没有其他人使用的宿主机 ID（只改配置）',
  costs: 'rootfs 和卷需要改为新的属主。',
  undo: '把 `{pointer}` 改回 `{value}`。',
} as const;
