import { text } from './error-text';

/** Applications (申请) of enterprises at bodies, and their cases. */
export const caseErrors = {
  body_not_accepting: text(
    409,
    '该评价组织目前不接收申请',
    'This body takes no applications now',
    '它可能已停止接收、被停用或正在注销；请刷新列表后另选一家。',
    'It may have stopped, or is suspended or closing: reload the list and choose another one.',
  ),
  dossier_submitted: text(
    409,
    '同一次自我评价的申请材料已提交给“{name}”，正在办理',
    'A dossier of this self-evaluation is with {name} already',
    '请在“提交与评审”中查看进展；要重新提交，请先撤回。',
    'See how it stands on the page of applications; to hand it in anew, withdraw it first.',
  ),
  dossier_without_material: text(
    409,
    '该版申请材料生成较早，不含可供评审的数据',
    'This dossier was built too early to be evaluated',
    '请重新生成一版申请材料后提交。',
    'Build the dossier again and hand that one in.',
  ),
  dossier_of_other_evaluation: text(
    409,
    '补正须使用同一次自我评价生成的申请材料',
    'A correction has to be a dossier of the same self-evaluation',
    '请在原来的自我评价上修改，重新生成申请材料后再提交。',
    'Change that evaluation, build its dossier again, and send it.',
  ),
  dossier_not_newer: text(
    409,
    '补正须提交更新的一版申请材料',
    'A correction has to be a newer version of the dossier',
    '请按补正要求修改，重新生成申请材料后再提交。',
    'Fix what was asked for, build the dossier again, and send it.',
  ),
  case_moved: text(
    409,
    '该申请的状态已变化',
    'This application has moved on meanwhile',
    '请刷新后查看当前状态，再决定；您填写的内容仍在页面上。',
    'Reload, look at its state, and decide again; what you typed is still on the page.',
  ),
  question_unknown: text(
    409,
    '没有找到要答复的询问，或已经答复',
    'There is no such question, or it was answered',
    '请刷新后查看往来记录。',
    'Reload and look at the letters.',
  ),
  case_file_missing: text(
    404,
    '该文件未能随申请送达',
    'This file did not arrive with the application',
    '请向企业询问，或要求补正。',
    'Ask the enterprise, or ask for a correction.',
  ),
} as const;
