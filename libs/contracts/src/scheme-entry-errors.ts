import { text } from './error-text';

/** A scoring table that is entered by one person and checked by another. */
export const schemeEntryErrors = {
  scheme_kept: text(
    409,
    '本企业自己已发布过《{title}》，没有用评价组织的评分表覆盖',
    'This enterprise has published {title} itself; the table of the body does not replace it',
    '请下载评价组织的评分表作比较；需要采用时，改一个方案编号后作为本企业的方案上传。',
    'Compare the two; to use the table of the body, upload it as a scheme with an id of its own.',
  ),
  scheme_entry_same_person: text(
    409,
    '录入人不能核对自己录入的评分表',
    'Who entered the table cannot check it',
    '请由本企业另一位有编辑权限的成员对照纸面核对。',
    'Have another member with the right to edit check it against the paper.',
  ),
  scheme_entry_not_yours: text(
    409,
    '只有录入人可以改动这份评分表',
    'Only those who enter this table may change it',
    '需要一同录入时请先选择“参与录入”；参与录入的人不能再核对。',
    'Join the entry first; who joined cannot check it any more.',
  ),
  scheme_entry_move_not_allowed: text(
    409,
    '录入的状态已变，不能这样操作',
    'The entry is in another state, which does not allow this',
    '请刷新页面，查看它现在的状态。',
    'Reload the page to see its state.',
  ),
  scheme_entry_not_draft: text(
    409,
    '评分表正在核对或已录入，不能直接改动',
    'The table is being checked or was entered and cannot be changed',
    '请先取回修改，改好后再提交核对。',
    'Take it back first, change it, then submit it again.',
  ),
  scheme_entry_incomplete: text(
    422,
    '评分表还有 {count} 处不对，不能提交核对',
    'The table has {count} problems and cannot be submitted',
    '请按所列位置逐处改正。',
    'Fix each at the place that is named.',
  ),
  carry_over_not_possible: text(
    409,
    '这两次自我评价之间没有对应关系',
    'Nothing leads from the one self-evaluation to the other',
    '只能从准备情况评价带入到按录入的评分表进行的、仍在进行中的评价。',
    'Answers go from an evaluation of readiness to an open one by a table that was entered.',
  ),
} as const;
