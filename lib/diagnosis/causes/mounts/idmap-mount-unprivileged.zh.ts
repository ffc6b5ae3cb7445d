/** What `idmap-mount-unprivileged` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: 'rootless 运行时要求 idmapped mount，但没有权限',
  pageWhy: '映射挂载的 ID 需要在拥有该文件系统的用户命名空间中有 CAP_SYS_ADMIN。宿主机的文件系统归最初的用户命名空间所有，因此任何 rootless 运行时在任何文件系统上都不能这样做。runc 拒绝这样的配置，crun 则从内核得到 EPERM。',
  pageTell: '运行时由普通用户启动，得到的是 EPERM 或 runc 的拒绝。EINVAL 则与文件系统或内核有关。',
  pageSure: 'runc 对 rootless 容器拒绝了它；或者运行时由普通用户启动，且 mount_setattr 返回 EPERM。',
  pageNot: '运行时由 root 启动。EINVAL 与文件系统或内核有关。',
  title: '普通用户不能映射宿主机挂载的 ID',
  explanation: '内核要求在拥有该文件系统的用户命名空间（即宿主机最初的那个）中有 CAP_SYS_ADMIN。',
  asked: '这个挂载要求映射 ID。',
  told: '运行时对普通用户拒绝了它。',
  refused: '内核拒绝了它。',
  caller: '运行时由普通用户启动。',
  root: '运行时由 root 启动，root 有此权限。',
  fixTitle: '挂载时不带 ID 映射（只改配置）',
  costs: '文件保留宿主机 ID；映射之外的显示为 nobody。',
  undo: '把该挂载的映射放回去。',
  how: 'Podman：`:U` 在启动时更改属主，`--userns=keep-id` 让文件仍归调用者所有，两者都不需要 idmapped mount。',
} as const;
