/** What `bind-source-denied` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '映射后的 root 无法到达绑定挂载的源',
  pageWhy: 'runc 1.0，以及由普通用户启动的任何运行时，都在用户命名空间内查找绑定挂载的源；由 root 启动的 runc 1.1 及以后可以用宿主机的权限打开它。在命名空间内，映射后的 root 对宿主机只是普通用户：途中有一个目录没有 o+x 就会被挡住。让调用者得以进入的附加组和 ACL，如果没有映射就不算数。',
  pageTell: '报错指出源，并说 "permission denied"。对它执行 `namei -l`，会看到某个目录对其他用户没有 x。"No such file" 则是不存在。',
  pageSure: '源被拒绝，并且它之上有目录缺少 o+x，属主也不是映射内的 ID。',
  pageNot: '源之上的每个目录都已列出，并且都允许映射后的 root 通过。',
  title: '映射后的 root 无法到达绑定挂载的源 `{source}`',
  titleBlocked: '映射后的 root 在前往 `{source}` 的途中被 `{directory}` 挡住',
  itsSource: '它的源',
  explanation: '源以映射后的 root 身份查找，它在宿主机上是一个普通 ID。它需要上层每个目录的搜索权限（o+x），或映射内的属主。',
  told: '源被拒绝。',
  wanted: '这个挂载要求它。',
  closed: '权限 {mode}：其他用户不能搜索这个目录。',
  open: '源之上的每个目录都允许其他用户通过。',
  fixTitle: '允许其他用户通过 `{directory}`（o+x，不可读）',
  fixCosts: '宿主机上的每个用户都可以经过该目录访问已知的名字；仍不能列出目录内容。',
} as const;
