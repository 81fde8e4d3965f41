import { text } from './error-text';

/** Changes of a standard system that cannot be made. */
export const systemErrors = {
  structure_refused: text(
    422,
    '体系不能这样修改',
    'The system cannot be changed like this',
    '请按提示修改，体系保持原样。',
    'Fix what is named; the system is as it was.',
  ),
  nothing_to_undo: text(
    409,
    '没有可撤销的修改',
    'There is nothing to undo',
    '体系已是最初的样子。',
    'The system is as it was in the beginning.',
  ),
  nothing_to_redo: text(
    409,
    '没有可重做的修改',
    'There is nothing to redo',
    '撤销之后又作了新的修改，原来的修改不能再重做。',
    'A new change after an undo takes the place of what was undone.',
  ),
} as const;
