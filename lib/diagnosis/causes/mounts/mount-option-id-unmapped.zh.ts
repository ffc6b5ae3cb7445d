/** What `mount-option-id-unmapped` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '挂载的 uid= 或 gid= 选项不在映射中',
  pageWhy: 'tmpfs 的 uid= 和 gid= 之类的选项在用户命名空间内读取，因此是容器 ID。没有区段包含的 ID 在那里没有意义，内核返回 EINVAL。常见的情形是误写成了宿主机 ID。',
  pageTell: '挂载带有 uid= 或 gid=，其数值不在映射的容器一侧，却往往在宿主机一侧。带 gid=5 的 devpts 是单独的原因。',
  pageSure: '某个挂载的 uid= 或 gid= 选项指定的容器 ID，不在已知的映射中。',
  pageNot: '选项中的每个 ID 都有映射。这里不涉及 devpts 和绑定挂载。',
  title: '挂载选项 `{option}` 指定的 ID 不在映射中（{ranges}）',
  titleUnknown: '某个挂载选项指定的 ID 可能不在映射中',
  explanation: '挂载选项中的 ID 是容器 ID。如果映射中没有区段包含它，内核就认为该选项无效。',
  option: '容器 ID {id} 没有映射。',
  map: '映射包含的容器 ID 为 {ranges}。',
  told: '内核认为选项无效。',
  fine: '各挂载选项中的每个 ID 都有映射。',
  fixTitle: '改写为容器 ID：{values}（只改配置）',
  costs: '该挂载归容器中的这个用户所有。',
  undo: '把 `{pointer}` 改回 `{value}`。',
  dropTitle: '从选项中去掉 uid= 和 gid=（只改配置）',
} as const;
