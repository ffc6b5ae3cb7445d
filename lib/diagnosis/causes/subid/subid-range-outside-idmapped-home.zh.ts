/** What `subid-range-outside-idmapped-home` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '家目录是 idmapped mount，授予的 ID 无法通过它',
  pageWhy: 'systemd-homed 挂载家目录时会映射 ID：属主变成该用户，其余只有 524288 到 1878982656 原样通过。其他 ID 的文件无法在那里创建，内核返回 EOVERFLOW。惯用的从 100000 开始的范围在这之外。',
  pageTell: '在家目录下 lchown 或 mkdir 时报 "value too large for defined data type"，并且 `homectl inspect` 能查到该用户。',
  pageSure: '家目录下有文件无法设置属主（EOVERFLOW），并且授予的范围在 524288 到 1878982656 之外。',
  pageNot: '授予的范围在这些数值之内。',
  title: '家目录不允许授予的范围 {range} 通过',
  titleUnknown: '家目录不允许授予的从属 ID 通过',
  explanation: '家目录以映射 ID 的方式挂载，其中不包括授予该用户的范围。',
  told: '内核无法在那里把文件的属主设为这个 ID。',
  grant: '这段范围在 524288 到 1878982656 之外。',
  within: '这段范围可以通过。',
  fixTitle: '授予一段家目录允许通过的范围，从 {first} 开始',
  costs: '这些宿主机 ID 从此属于该用户；原范围的文件保留原属主。',
  migrate: '删除只写入了一半的存储，并以该用户执行 `podman system migrate`。',
  move: '或者把存储放在家目录之外：storage.conf 中的 `graphroot`，Docker 的 `data-root`。',
} as const;
