/** What `process-terminal-misconfigured` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: 'process.terminal 要求终端，而没有终端可给',
  pageWhy: '设置 process.terminal 时，运行时在容器中创建伪终端并交给调用者：前台运行时是所在的终端，或 --console-socket 背后的接收者。服务、cron 任务和管道两者都没有。后台启动而没有 socket 时，runc 和 crun 会立即拒绝。',
  pageTell: 'process.terminal 为 true，而运行时启动时没有终端或带有 --detach。把 terminal 改为 false，同一 bundle 就能启动。',
  pageSure: '运行时无法设置配置所要求的终端。',
  pageNot: 'process.terminal 为 false。',
  title: '配置要求终端，而运行时没有终端可给',
  explanation: '`process.terminal` 为 true。运行时启动时没有终端，或后台启动而没有 `--console-socket`。',
  asked: '要求了终端。',
  told: '终端无法设置。',
  none: '没有要求终端。',
  fixTitle: '不使用终端启动（只改配置）',
  costs: '依赖终端的程序输出会变朴素，shell 不显示提示符。',
  undo: '把 `/process/terminal` 改回 `true`。',
  socket: '如果要保留终端：从终端启动，或让 `--console-socket` 指向正在监听的 socket。',
} as const;
