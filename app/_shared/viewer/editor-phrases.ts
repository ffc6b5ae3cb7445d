import { EditorState, type Extension } from '@codemirror/state';
import { languageHere } from '../language-here';

/** What the editor says by itself, under its own English words, in Simplified Chinese. */
const zh: Readonly<Record<string, string>> = {
  Find: '查找',
  next: '下一处',
  previous: '上一处',
  all: '全部',
  'match case': '区分大小写',
  regexp: '正则表达式',
  'by word': '整词',
  close: '关闭',
  'current match': '当前命中',
  'on line': '在行',
  'Go to line': '转到行',
  go: '转到',
  'folded code': '已折叠',
  unfold: '展开',
  'Fold line': '折叠此行',
  'Unfold line': '展开此行',
  'Folded lines': '已折叠行',
  'Unfolded lines': '已展开行',
  to: '到',
  'Control character': '控制字符',
  '$ unchanged lines': '$ 行未变',
};

/** The editor's own words in the language of the page. */
export function editorPhrases(): Extension {
  return languageHere() === 'zh' ? EditorState.phrases.of(zh) : [];
}
