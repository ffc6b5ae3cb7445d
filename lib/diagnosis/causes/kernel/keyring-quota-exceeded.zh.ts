/** What `keyring-quota-exceeded` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '映射后用户的密钥配额已用完，无法创建会话 keyring',
  pageWhy: '每个容器都有一个会话 keyring，该密钥计入容器 root 背后的宿主机用户。普通用户最多可有 200 个密钥，而 0 以外的每个宿主机 ID 都是普通用户，包括映射后的 root。使用同一映射的几百个容器就会用完；返回的是 EDQUOT，即 "disk quota exceeded"。',
  pageTell: '报错涉及会话密钥，并说 disk quota exceeded。`cat /proc/key-users` 显示该用户已达上限。与磁盘无关。',
  pageSure: '创建会话密钥返回 EDQUOT（"disk quota exceeded"）。',
  pageNot: '配额很大，且返回的是别的错误。',
  title: '容器 root 背后用户的密钥配额已用完',
  explanation: '运行时要为容器创建会话 keyring。容器 root 所对应的宿主机用户已没有可用的密钥。',
  told: '密钥配额已达上限；指的不是磁盘。',
  limit: '一个用户最多可有这么多密钥。',
  high: '配额很大。',
  fixTitle: '提高密钥配额',
  costs: '每个用户可以拥有更多密钥，它们占用内核内存。',
  keep: '要长期保留：把同样的两行写入 /etc/sysctl.d/90-keys.conf。',
  without: '或者启动时不使用单独的 keyring：`runc run --no-new-keyring`，containerd 的 `NoNewKeyring`，Podman 在 containers.conf 中设置 `keyring = false`。',
} as const;
