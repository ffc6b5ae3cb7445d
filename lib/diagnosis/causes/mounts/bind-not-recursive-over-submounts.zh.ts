/** What `bind-not-recursive-over-submounts` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '对含有下级挂载的目录树做普通 bind，而这些挂载是锁定在一起的',
  pageWhy: '权限较低的挂载命名空间所继承的挂载是锁定在一起的：宿主机挂载之下的内容不能被揭开。不带下级挂载的 bind 会揭开它们，因此内核返回 EINVAL。使用 rbind 时，整棵树一起带过来。',
  pageTell: '挂载的选项是 bind 而不是 rbind，并且 `findmnt -R SOURCE` 显示其下还有挂载。把文件绑定到目录上则会报 "not a directory"。',
  pageSure: '不带 r 的 bind 被以 EINVAL 拒绝，并且宿主机的挂载中有一个在其源之下。',
  pageNot: '挂载用的是 rbind，或已给出挂载列表，而源之下没有挂载。',
  title: '`{source}` 含有下级挂载，普通 `bind` 会揭开它们之下的内容',
  titleUnknown: '普通绑定挂载会揭开其源的下级挂载之下的内容',
  explanation: '在用户命名空间中，宿主机的挂载是锁定在一起的；只能整体绑定。',
  asked: '不带下级挂载的 bind。',
  below: '这个挂载在源之下。',
  refused: '内核认为该 bind 无效。',
  recursive: '目录树连同其所有挂载一起绑定。',
  alone: '源之下没有挂载。',
  fixTitle: '绑定整棵树：用 rbind 代替 bind（只改配置）',
  costs: '容器也能看到源之下的挂载。',
  undo: '把 `bind` 放回去。',
} as const;
