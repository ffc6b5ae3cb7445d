/** What `userns-not-in-kernel` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '内核构建时没有用户命名空间，或启动时关闭了它',
  pageWhy: '没有 CONFIG_USER_NS 时，创建用户命名空间的调用返回 EINVAL，也没有 /proc/self/ns/user；runc 在尝试之前就会指出。RHEL 和 CentOS 7 到 7.4 为止的内核有这段代码，但需要启动参数 user_namespace.enable=1。',
  pageTell: '`ls /proc/self/ns/user` 找不到。EPERM 表示存在但不给这个调用者，"no space left" 表示数量已用完。',
  pageSure: '运行时报告内核没有用户命名空间，或 clone 和 unshare 对其返回 EINVAL。',
  pageNot: 'user.max_user_namespaces 大于 0：内核在为它们计数。',
  title: '这个内核没有用户命名空间',
  explanation: '内核构建时没有 CONFIG_USER_NS，或启动时关闭了用户命名空间。',
  told: '运行时没有找到用户命名空间。',
  invalid: '内核不认识所请求的内容。',
  argument: 'RHEL 和 CentOS 7 到 7.4 为止的内核需要启动参数。',
  failed: '启动在创建命名空间时结束。',
  there: '内核有用户命名空间：它在为它们计数。',
  fixTitle: '以 user_namespace.enable=1 启动，或使用带 CONFIG_USER_NS 的内核',
  costs: '需要重启。',
  undo: '再去掉该启动参数：`grubby --update-kernel=ALL --remove-args=user_namespace.enable=1`。',
  limit: '在 RHEL 和 CentOS 7 上还需要：`sysctl -w user.max_user_namespaces=28633`，那里默认为 0。',
} as const;
