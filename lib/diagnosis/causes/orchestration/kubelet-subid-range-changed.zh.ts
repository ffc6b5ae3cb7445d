/** What `kubelet-subid-range-changed` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: 'kubelet 的范围有效，但没有包含已在运行的 Pod 的 ID',
  pageWhy: '每个带用户命名空间的 Pod，其 ID 块都记录在 /var/lib/kubelet/pods/UID/userns 中。kubelet 启动时会重新采用它们。更改范围或 idsPerPod 之后，已记录的块可能落在范围之外，kubelet 会结束，而不会丢弃记录。',
  pageTell: 'kubelet 报告某个 id 超出范围，或长度不对，而范围本身符合规则。更改范围之前它能启动。',
  pageSure: 'kubelet 因某个已记录的 ID 在范围之外而结束。',
  pageNot: '该 ID 在现在授予的范围之内。',
  title: '这个节点上有 Pod 的 ID 从 {id} 开始，在 kubelet 的新范围之外',
  titleUnknown: '这个节点上有 Pod 的 ID 在 kubelet 的新范围之外',
  explanation: 'kubelet 会保留正在运行的 Pod 的 ID，而新范围不包含它们。',
  told: '某个已记录的 ID 块与范围不符。',
  range: '现在授予的范围。',
  within: '该 ID 在范围之内。',
  fixTitle: '先改回旧范围，腾空节点，再更改范围',
  costs: '节点上的 Pod 会迁移到其他节点。',
  undo: '无需撤销。',
  how: '把 /etc/subuid 和 /etc/subgid 改回旧的行后，kubelet 就能启动。然后执行 `kubectl drain NODE --ignore-daemonsets`，更改范围，重启 kubelet，再执行 `kubectl uncordon NODE`。',
} as const;
