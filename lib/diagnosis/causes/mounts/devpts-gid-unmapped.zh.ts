/** What `devpts-gid-unmapped` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: 'devpts 挂载要求的 gid 不在 gid 映射中',
  pageWhy: 'devpts 把终端交给选项 gid= 指定的组，惯例为 5（tty）。内核在挂载所属的用户命名空间中查找这个数值，如果 gid 映射不包含它，就返回 EINVAL。只有一个 ID 的映射（例如没有从属 ID 的 rootless）永远不含 5。',
  pageTell: 'devpts 挂载的选项中有 gid=N，而 linux.gidMappings 中没有区段包含 N。如果两个映射都缺失，那才是问题所在。',
  pageSure: 'devpts 选项中的 gid 已知，且 gid 映射不包含它；或者 runc 报告该 gid 没有映射。',
  pageNot: 'gid 映射包含它。选项中没有 gid= 时，就没有什么需要映射。',
  title: 'devpts 要求 gid {gid}，但 gid 映射包含的容器 ID 为 {ranges}',
  titleUnknown: 'devpts 要求的 gid 似乎不在 gid 映射中',
  explanation: '只有该组有映射时，内核才会以 `gid={gid}` 挂载 devpts，否则返回 "invalid argument"。',
  option: '终端要归 gid {gid} 所有。',
  map: 'gid 映射包含的容器 ID 为 {ranges}。',
  told: '内核拒绝了 devpts 的选项。',
  held: 'gid 映射包含容器 ID {gid}。',
  fixTitle: '从 devpts 选项中去掉 gid=（只改配置）',
  fixCosts: '终端的属组是打开者的组，而不是 tty。',
  fixUndo: '把 `{pointer}` 改回 `{value}`。',
} as const;
