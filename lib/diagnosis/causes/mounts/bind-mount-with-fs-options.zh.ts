/** What `bind-mount-with-fs-options` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '绑定挂载带有文件系统的选项，例如 size= 或 mode=',
  pageWhy: '绑定挂载展示的是已挂载的位置：选项属于它的文件系统，绑定挂载自己只有 ro 和 nosuid 之类的标志。runc 自 1.2 起拒绝绑定挂载带文件系统选项；更早的版本会略过。',
  pageTell: '挂载带有 bind 或 rbind，以及一个带值的选项，例如 mode=755。同一配置在 runc 1.1 上可用。',
  pageSure: '运行时拒绝了绑定挂载的选项；或者绑定挂载带有这类选项，且 runc 为 1.2 或更新。',
  pageNot: 'runc 早于 1.2，会略过它们；或没有绑定挂载带有这类选项。',
  title: '绑定挂载带有选项 `{option}`，它属于文件系统',
  titleUnknown: '某个绑定挂载带有属于文件系统的选项',
  explanation: '绑定挂载只接受标志，不接受文件系统的选项。runc 1.2 及以后拒绝这样的配置。',
  option: '绑定挂载上的文件系统选项。',
  told: '运行时拒绝了绑定挂载的选项。',
  none: '没有绑定挂载带有文件系统的选项。',
  ignored: '这个版本会忽略它们。',
  fixTitle: '去掉这些选项（只改配置）',
  costs: '无：它们对绑定挂载本来就不起作用。',
  undo: '把选项放回去。',
} as const;
