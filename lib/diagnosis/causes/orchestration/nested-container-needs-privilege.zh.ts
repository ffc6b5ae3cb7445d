/** What `nested-container-needs-privilege` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '容器内的运行时缺少外层容器没有给它的权限',
  pageWhy: '容器会收走运行时所需的内容：CAP_SYS_ADMIN，unshare 和 mount 等调用，/dev/fuse，未遮蔽的 /proc，可写的 cgroup。其中的运行时遇到第一个就会失败，报错与宿主机上因其他原因出现的完全相同。',
  pageTell: '运行时由 docker run 启动，或在 Pod、CI 任务中启动，而同一 bundle 在宿主机上能启动。/proc/1/cgroup、/.dockerenv 或 / 的挂载可以看出外层容器。',
  pageSure: 'API server 报告 procMount: Unmasked 需要 hostUsers: false。其余情况最多只是很可能：宿主机也可能拒绝同样的操作。',
  pageNot: '运行时所在之处 Seccomp 为 0，与宿主机一样。',
  title: '运行时在容器内运行，而该容器不允许它创建容器',
  explanation: '这里被拒绝的内容，宿主机会给，却被运行时外面的容器收走了。',
  inside: '运行时是在容器内启动的。',
  refused: '被拒绝的是这个。',
  module: '"Permission denied" 来自运行时外面的安全配置，容器引擎通常会设置它。',
  free: '没有过滤器生效，与宿主机一样。',
  fixTitle: '给外层容器 rootless 运行时所需的权限，但不多给',
  costs: '外层容器中的程序能触及的内核范围比以前更大。',
  undo: '以原来的选项启动外层容器。',
  how: 'Docker 和 Podman：`--security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined --device /dev/fuse`，在里面以普通用户运行。Kubernetes：`hostUsers: false` 并设置 `procMount: Unmasked`。',
  privileged: '`--privileged` 会给出以上全部以及其他一切：此时容器不再是边界。',
} as const;
