/** What `max-user-namespaces-reached` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: 'user.max_user_namespaces 为 0 或已用完，或命名空间嵌套太深',
  pageWhy: '内核为每个用户计数用户命名空间，在每个祖先命名空间中也一样；自 Linux 4.9 起，超出时返回 ENOSPC（"No space left on device"）。嵌套超过 32 层也是同样的返回。RHEL 和 CentOS 7 出厂时上限为 0，按 STIG 加固的宿主机也是如此。',
  pageTell: 'unshare 或 clone 报 "No space left on device" 与磁盘无关。`sysctl user.max_user_namespaces` 显示上限；被策略拒绝时报的是 "Operation not permitted"。',
  pageSure: '对用户命名空间的 unshare 或 clone 返回 ENOSPC（Linux 4.9 之前为 EUSERS），或该 sysctl 为 0。',
  pageNot: '离上限还很远，且内核返回的不是 ENOSPC。',
  titleZero: '`user.max_user_namespaces` 为 0，内核不给任何用户命名空间',
  titleUsed: '`user.max_user_namespaces` 的上限已用完：内核不再给用户命名空间',
  explanation: '这里的 "No space left on device" 指的是用户命名空间的数量，不是磁盘。当该用户或某个祖先命名空间达到上限，或嵌套超过 32 层时，内核就这样返回。',
  zero: '上限为 0。',
  small: '上限为 {limit}。',
  told: '内核已没有用户命名空间可给。',
  enough: '上限为 {limit}，而内核并没有报告达到上限。',
  fixTitle: '在宿主机上提高 user.max_user_namespaces',
  fixCosts: '这台宿主机的用户可以创建用户命名空间，能触及的内核范围随之变大。',
  persist: '要在重启后保留，请把 `{line}` 一行写入 `/etc/sysctl.d` 下的文件。',
  nested: '在容器内，外层命名空间的上限也算在内：请在宿主机上执行。',
} as const;
