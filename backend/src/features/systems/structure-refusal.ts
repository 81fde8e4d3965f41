import { StructureProblem } from '@liangxing/system-structure';
import { ProblemError } from '../../kernel';

/** What a person is told where a change would make no sound system: the node, and how to mend it. */
function structureRefusal(problem: StructureProblem): ProblemError {
  const at = problem.params['operation'];
  const path = at === undefined ? 'operations' : `operations.${at}`;
  const wording = { zh: problem.text['zh-CN'], en: problem.text.en };
  return new ProblemError(
    'structure_refused',
    { ...problem.params },
    { errors: [{ path, code: problem.code, wording }] },
  );
}

/** Runs what may refuse, and answers a refusal as a problem of the request. */
export function orRefuse<T>(run: () => T): T {
  try {
    return run();
  } catch (problem) {
    if (problem instanceof StructureProblem) throw structureRefusal(problem);
    throw problem;
  }
}
