import { text } from './error-text';

/** Drafts of enterprise standards and their numbers. */
export const draftErrors = {
  draft_move_not_allowed: text(
    409,
    '标准现在的状态不能这样办理',
    'The state of the standard does not allow this',
    '请按 起草、审查、批准、实施 的顺序办理；如已有人办理，请刷新页面。',
    'Go on in the order of drafting, review, approval, implementation; reload the page where it was done already.',
  ),
  draft_number_missing: text(
    422,
    '“{title}”还没有标准编号',
    '“{title}” has no number yet',
    '请先取一个编号，再发布实施。',
    'Give it a number before it comes into force.',
  ),
  draft_not_open: text(
    409,
    '标准已实施，不能再改动草案',
    'The standard is in force; its draft cannot be changed any more',
    '需要修改内容时请启动修订。',
    'Start a revision where the content has to change.',
  ),
  number_taken: text(
    409,
    '标准编号 {number} 已被使用',
    'The number {number} is taken',
    '请改用下一个可用编号 {next}。',
    'Take the next free number {next}.',
  ),
  numbering_rule_invalid: text(
    422,
    '编号规则不正确',
    'The numbering rule is not right',
    '规则形如 Q/企业代号 {类别}{序号:4}-{年}，其中必须有序号和年。',
    'A rule looks like Q/CODE {class}{serial:4}-{year}; serial and year must be in it.',
  ),
  numbering_rule_missing: text(
    409,
    '还没有设定编号规则',
    'There is no numbering rule yet',
    '请先设定企业标准的编号规则。',
    'Set how the enterprise numbers its standards first.',
  ),
} as const;
