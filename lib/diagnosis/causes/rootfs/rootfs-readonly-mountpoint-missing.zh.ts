/** What `rootfs-readonly-mountpoint-missing` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '挂载的目标不存在，而那里又无法创建',
  pageWhy: '目标不存在时，运行时会在用户命名空间内创建它。如果文件系统以只读方式挂载，或者位于映射后的 root 不能写入的宿主机目录的绑定挂载之下，就无法创建。顺序很重要：被前面的挂载盖住的地方已不再是 rootfs。',
  pageTell: '报错为 read-only file system，或失败的路径在前面某个绑定挂载的目标之下。root.readonly 不是原因：它在挂载之后才生效。',
  pageSure: '运行时因文件系统只读（EROFS）而无法创建挂载点。',
  pageNot: '挂载点存在，或失败的路径不在任何绑定挂载之下，也没有只读的迹象。位于宿主机的绑定挂载之下时，很可能是它，但不确定。',
  title: '挂载点 `{target}` 不存在，而那里的文件系统无法写入',
  explanation: '运行时要先创建 `{target}` 才能在那里挂载，而它所在的文件系统是只读的，或映射后的 root 不能写入。',
  ofMount: '某个挂载的目标',
  readonly: '文件系统只读，无法创建挂载点。',
  below: '该路径在这个绑定挂载之下，其源属于宿主机。',
  refused: '挂载点无法创建。',
  present: '挂载点存在。',
  sealed: '这里是以只读方式挂载的。',
  elsewhere: '失败的路径不在绑定挂载之下，也没有只读的迹象。',
  fixTitle: '事先在文件系统可写的地方创建挂载点 `{place}`',
  fixCosts: '宿主机上多一个空目录。',
} as const;
