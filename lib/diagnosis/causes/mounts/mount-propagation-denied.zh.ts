/** What `mount-propagation-denied` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '在用户命名空间中不能设置该挂载的传播类型',
  pageWhy: '权限较低的挂载命名空间所继承的挂载都是 slave：在里面挂载的内容永远到不了宿主机。要求对宿主机 shared，或更改锁定的挂载，会被拒绝。用户命名空间只能有 rslave 和 rprivate。',
  pageTell: '给出了 linux.rootfsPropagation 或某个挂载的 shared、rshared 选项，并且报错涉及传播。关于 "/" 不是 shared 的警告不会阻止任何事情。',
  pageSure: '运行时更改传播类型被拒绝。',
  pageNot: 'linux.rootfsPropagation 是 slave 或 private。仅仅要求 shared 什么也证明不了。',
  title: '用户命名空间中不能使用传播类型 `{asked}`',
  titleUnknown: '在用户命名空间中不能设置某个挂载的传播类型',
  explanation: '宿主机的挂载在用户命名空间中是 slave，并保持如此。',
  asked: '要求了这个传播类型。',
  told: '传播类型无法更改。',
  slave: '用户命名空间中的挂载就是 slave 或 private。',
  fixTitle: '改为要求 rslave（只改配置）',
  costs: '宿主机看不到在容器中做的挂载。',
  undo: '把 `{asked}` 放回去。',
} as const;
