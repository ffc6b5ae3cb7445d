/** What `process-cwd-denied` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: 'process.cwd 不存在，或进程不能进入它',
  pageWhy: '运行时在容器内切换到 process.cwd，先以映射后的 root 身份，被拒绝后再以进程的用户身份。该目录必须存在或可以创建，并且两者之一必须能搜索它及其上层的所有目录。',
  pageTell: '报错指出该目录：runc 为 "chdir to cwd"，crun 为 "chdir to"。"No such file" 表示不存在；"permission denied" 表示属主和权限把两者都挡在外面。',
  pageSure: '运行时指明 process.cwd 是它无法进入的目录。',
  pageNot: '列表中有该目录，对所有人开放，并且没有被拒绝。',
  titleMissing: '工作目录 `{directory}` 在容器中不存在',
  titleDenied: '进程不能进入它的工作目录 `{directory}`',
  explanation: '运行时在执行程序之前进入 `process.cwd`，但没有成功。',
  asked: '要求的工作目录。',
  told: '运行时无法进入它。',
  there: '列表中有该目录，所有人都可以进入。',
  fixTitle: '在 `/` 中启动（只改配置）',
  fixCosts: '程序在另一个目录中启动。',
  fixUndo: '把 `/process/cwd` 改回 `{directory}`。',
} as const;
