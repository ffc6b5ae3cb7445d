/** What `runtime-binary-broken` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: 'OCI 运行时缺失、不可执行，或还没输出就退出',
  pageWhy: 'containerd、Podman 和 Docker 把 runc 或 crun 作为程序启动并读取其日志。如果它不在 PATH 中、是为另一种机器构建的，或缺少共享库，就会以状态 126 或 127 结束，没有日志可读。此时还没有对容器做任何尝试。',
  pageTell: '报错说无法读取运行时自己的日志，或指出该二进制文件。以同一用户手工执行 `runc --version`，会打印原因。',
  pageSure: '引擎报告找不到运行时、运行时缺少共享库，或没有日志就结束了。',
  pageNot: '运行时有输出，或列表显示所有人都可以执行它。',
  title: 'OCI 运行时无法运行，或还没说明原因就退出了',
  titleLibraries: 'OCI 运行时缺少共享库',
  explanation: '引擎启动了运行时，既没有得到结果，也没有得到日志。',
  told: '没有找到运行时，或它没有日志就结束了。',
  there: '列表中有该程序，所有人都可以执行。',
  fixTitle: '手工运行该运行时，并安装它缺少的内容',
  costs: '无：这些命令只读取。',
  undo: '无需撤销。',
  how: '状态 127：找不到，或缺少共享库（`ldd`）。状态 126：不可执行。"exec format error"：为另一种机器构建。重新安装软件包，或改正路径：BinaryName（containerd）、runtimes（Docker、Podman）。',
} as const;
