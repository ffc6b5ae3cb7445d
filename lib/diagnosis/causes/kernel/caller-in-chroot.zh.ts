/** What `caller-in-chroot` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '运行时本身在 chroot 中运行，在那里不能创建用户命名空间',
  pageWhy: '进程的根若不是其挂载命名空间的根，内核就不允许它新建用户命名空间：凭借新命名空间的 capability，它可以逃出 chroot。无论各项设置如何，都返回 EPERM。构建系统和救援 shell 常在 chroot 中运行。',
  pageTell: '`ls -di /` 打印的数值与挂载命名空间的根不同；`systemd-detect-virt --chroot` 也能判断。在 chroot 之外，同一命令可以成功。',
  pageSure: '会话进入了 chroot，并且命名空间被拒绝，返回的不是 ENOSPC。',
  pageNot: 'systemd-detect-virt --chroot 的结果为否。',
  title: '运行时在 chroot 中运行，内核在那里不创建用户命名空间',
  explanation: 'chroot 中的进程不能创建用户命名空间（EPERM），以免借此逃出 chroot。',
  chroot: '运行时是在 chroot 中启动的。',
  outside: '运行时不是在 chroot 中启动的。',
  refused: '内核拒绝了该命名空间。',
  fixTitle: '用 pivot_root 代替 chroot 进入该目录树',
  costs: '无。',
  how: '如果该目录树是独立的挂载，`unshare --mount --root=DIR` 会用 pivot_root 切换根；systemd-nspawn 和 `bwrap` 也是如此。',
} as const;
