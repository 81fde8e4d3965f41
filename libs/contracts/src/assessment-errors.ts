import { text } from './error-text';

/** The life of a self-evaluation. */
export const assessmentErrors = {
  assessment_closed: text(
    409,
    '自我评价已结束',
    'The self-evaluation is closed',
    '请先重新打开它，再修改。',
    'Open it again before changing it.',
  ),
  assessment_archived: text(
    409,
    '自我评价已归档',
    'The self-evaluation is archived',
    '请先恢复它，再修改或生成申请材料。',
    'Restore it before changing it or making a dossier of it.',
  ),
  assessment_move_not_allowed: text(
    409,
    '自我评价的状态已变，不能这样操作',
    'The self-evaluation is in another state, which does not allow this',
    '请刷新页面，查看它现在的状态。',
    'Reload the page to see its state.',
  ),
  assessment_has_dossiers: text(
    409,
    '已出具申请材料的自我评价不能删除',
    'A self-evaluation with an issued dossier cannot be deleted',
    '材料可凭编号核验，其依据须保留。不再使用时请归档。',
    'The dossier can be verified by its code, so what it rests on is kept. Archive it instead.',
  ),
} as const;
