/** What the page without a network says, in Simplified Chinese. */
export const zh = {
  title: 'Userns Doctor 离线版',
  lead: '容器为什么无法在用户命名空间中启动。这个文件就是整个工具：它不发送也不加载任何内容。',
  evidence: '证据：config.json、运行时的输出、列表',
  placeholder: '粘贴 config.json、错误行、ls -ln、整个 shell 会话。也可以把文件和案例文件拖到任何位置。',
  open: '打开文件',
  save: '保存案例',
  clear: '清空',
  remove: '移除 {name}',
  language: '语言',
  answer: '结论',
  empty: '还没有给出任何内容。',
  masked: '已遮盖 {count} 个值；保存的案例中没有其他机密。',
  archive: '{name} 是归档。请先解开，再拖入其中的文件。',
  refused: '{name}：{why}。',
} as const;
