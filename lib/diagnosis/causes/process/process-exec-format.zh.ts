/** What `process-exec-format` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '程序是为另一种架构构建的，或没有有效的文件头',
  pageWhy: '内核执行自身架构的 ELF 文件、以 #! 开头的脚本，以及 binfmt_misc 注册的格式。其余的，execve 返回 ENOEXEC。最常见的是在 amd64 宿主机上使用 arm64 镜像，其次是没有 #! 的脚本。这与用户命名空间无关。',
  pageTell: '宿主机的 `uname -m` 与镜像的架构不同，或文件既不以 \\x7fELF 也不以 #! 开头。缺少加载器时报的是 "no such file"。',
  pageSure: '内核对该程序返回 ENOEXEC。',
  pageNot: '该路径是目录。程序存在却报 "No such file or directory"，是缺少加载器，属于另一个原因。',
  title: '`{program}` 是另一种架构的程序，或是缺少首行 `#!` 的脚本',
  theProgram: '要启动的程序',
  explanation: '程序之前的一切都正常。随后内核找不到执行这个文件的方法。',
  told: '内核不认识这个文件的格式。',
  empty: '列表显示它是目录，不是程序。',
  fixTitle: '使用当前架构的镜像，或给脚本加上 `#!` 行',
  costs: '无。',
  how: '拉取时加上 `--platform linux/amd64`（或 `uname -m` 对应的架构）。脚本以 `#!/bin/sh` 开头，前面不能有字节序标记。',
  emulate: '如果确实要运行另一种架构，请在宿主机上用 binfmt_misc 注册 qemu-user-static。',
} as const;
