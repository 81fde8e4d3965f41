import type { IdPath } from './layers';
import type { ProblemCode, ProblemText } from './problem';

/** Something wrong with a loaded scheme, before it is known in which file it was written. */
export interface Finding {
  readonly code: ProblemCode;
  readonly path: IdPath;
  readonly message: ProblemText;
  readonly mend: ProblemText;
}
