/** What stands around the content of every page, in Simplified Chinese. */
export const zh = {
  htmlLang: 'zh-CN',
  description: '容器为什么无法在用户命名空间中启动：证明原因，给出修复。',
  toContent: '跳到正文',
  main: '主导航',
  newDiagnosis: '新诊断',
  myCases: '我的案例',
  causes: '原因',
  question: '我的容器为什么无法在用户命名空间中启动？',
  lead: '粘贴你手头的内容：一行报错就可以开始。原因在你的浏览器中查找；保存案例之前不会发送任何内容。',
} as const;
