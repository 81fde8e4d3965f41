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
  draft_file_closed: text(
    409,
    '标准已批准，Word 文件不能再更换',
    'The standard is approved; its Word file cannot be replaced any more',
    '需要更换时请先退回审查；已实施的请启动修订。',
    'Take it back to review first; start a revision where it is in force.',
  ),
  word_field_unclosed: text(
    422,
    'Word 文件中的字段没有写完：{text}',
    'A field in the Word file is not closed: {text}',
    '请在同一段落内补上 }}，再上传。',
    'Add }} within the same paragraph and upload it again.',
  ),
  word_file_expected: text(
    415,
    '这里只接受 Word 文件（.docx）',
    'Only a Word file (.docx) is taken here',
    '请在 Word 中另存为 .docx 后重新上传；.doc 和带宏的 .docm 不能使用。',
    'Save it as .docx in Word and upload it again; .doc and .docm files are not taken.',
  ),
  word_file_has_macros: text(
    422,
    '文件中含有宏或控件',
    'The file holds macros or controls',
    '请在 Word 中另存为不含宏的 .docx，删除 ActiveX 控件后重新上传。',
    'Save it in Word as a .docx without macros, remove ActiveX controls and upload it again.',
  ),
  word_file_unreadable: text(
    422,
    'Word 文件已损坏或加密，无法读取',
    'The Word file is damaged or encrypted and cannot be read',
    '请用 Word 打开，取消密码，另存为 .docx 后重新上传。',
    'Open it in Word, remove its password, save it as .docx and upload it again.',
  ),
  word_file_too_large: text(
    422,
    'Word 文件展开后过大（超过 {limit}）',
    'The Word file is too large once unpacked (more than {limit})',
    '请压缩或减少其中的图片后重新上传。',
    'Compress or remove pictures in it and upload it again.',
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
