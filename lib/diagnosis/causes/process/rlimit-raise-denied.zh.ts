/** What `rlimit-raise-denied` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: 'process.rlimits 要求的值超过调用者的硬限制',
  pageWhy: '只有在初始用户命名空间中拥有 CAP_SYS_RESOURCE 才能提高硬限制。rootless 运行时在哪里都没有它，因此高于自身会话的限制会被拒绝。旧容器保留创建时的数值，而用户的限制在那之后可能已经降低。',
  pageTell: '报错指出了该限制；调用者的 /proc/self/limits 中的数值小于 process.rlimits。',
  pageSure: '运行时设置某个资源限制被拒绝。',
  pageNot: '调用者的硬限制已知，process.rlimits 中没有一项超过它。',
  title: '配置要求的 {type} 大于调用者所能给的',
  limit: '限制',
  explanation: '没有最初用户命名空间中的 CAP_SYS_RESOURCE，硬限制只能降低，运行时提高它被拒绝。',
  asked: '要求了这个限制。',
  hard: '调用者的硬限制是 {hard}。',
  enough: '调用者的硬限制是 {hard}，不低于任何一项要求。',
  told: '该限制无法设置。',
  fixTitle: '去掉这个限制，沿用调用者的限制（只改配置）',
  costs: '进程的限制与启动者相同。',
  undo: '把条目放回 `/process/rlimits`。',
  raise: '要为该用户提高限制：修改 `/etc/security/limits.d` 或其服务的 `LimitNOFILE=`，然后重新登录。Podman：执行 `podman rm` 并重新创建容器。',
} as const;
