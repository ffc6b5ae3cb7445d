/** What `process-executable-denied` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: '要启动的程序存在，但进程不能执行它',
  pageWhy: 'execve 需要对进程的用户有效的 x 位。没有任何 x 位的文件，谁都不能执行，包括 root。属于映射之外 ID 的文件，只按其他用户的权限位计算。',
  pageTell: '报错指出该程序，并说 permission denied 或不可执行。`ls -ln` 可看到它的权限和属主。如果 rootfs 中的每个文件都不能访问，则是 rootfs 的属主不对。',
  pageSure: '程序被拒绝执行，并且它完全没有 x 位，或属主没有映射而其他用户不能执行；或者 crun 报告它不可执行。',
  pageNot: '其他用户可以读取并执行该文件：那么原因是 noexec、上层目录或安全模块。',
  title: '`{program}` 存在，但它的权限或属主使进程无法执行它',
  theProgram: '要启动的程序',
  explanation: '运行时找到了程序，而内核不允许这个用户执行它。需要一个对进程的用户有效的 x 位。',
  told: '找到了程序，但无法执行。',
  mode: '权限 {mode}：没有对这个用户有效的 x 位。',
  foreign: '它属于宿主机 ID {owner}，映射不包含它，而其他用户不能执行。',
  fine: '其他用户可以读取并执行这个文件。',
  fixTitle: '为程序加上它缺少的 x 位',
  fixCosts: '没有已知代价：只给这一个文件设置一个位。',
  fixReadCosts: '能到达这个文件的所有用户都可以读取并执行它。',
  script: '脚本还必须能被同一用户读取，因为它的解释器要读取它。',
} as const;
