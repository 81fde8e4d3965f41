/** What can be wrong with a pack. Stable: screens and tests name these. */
export type ProblemCode =
  | 'syntax'
  | 'duplicate_key'
  | 'too_large'
  | 'structure'
  | 'inexact_points'
  | 'duplicate_pack'
  | 'unknown_pack'
  | 'extends_unknown'
  | 'extends_cycle'
  | 'extends_version'
  | 'remove_unknown'
  | 'duplicate_id'
  | 'sum_mismatch'
  | 'order'
  | 'deduction_too_large'
  | 'max_below_step'
  | 'choice_zero'
  | 'bands_order'
  | 'bands_end'
  | 'measure_unknown'
  | 'kind_in_mode'
  | 'points_unearnable'
  | 'readiness_points'
  | 'readiness_misplaced'
  | 'readiness_thresholds'
  | 'check_without_nodes'
  | 'route_unreachable'
  | 'route_empty'
  | 'grade_shadowed'
  | 'gate_unknown_section'
  | 'gate_unknown_item'
  | 'gate_unknown_rule'
  | 'gate_cap'
  | 'target_grades'
  | 'factor_place'
  | 'weights_mixed'
  | 'points_too_many'
  | 'beyond_item'
  | 'source_unknown'
  | 'same_fact_unknown'
  | 'same_fact_one_sided'
  | 'most_direct_unclear'
  | 'validity'
  | 'text_missing';

/** A sentence for a person, in both languages of the product. */
export interface ProblemText {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** One thing wrong with a pack: where it is and how to mend it. */
export interface SchemeProblem {
  readonly code: ProblemCode;
  /** Name of the file, as it was handed to the loader. */
  readonly file: string;
  /** JSON pointer into the document (`/sections/0/groups/1/items/2/points`); empty: the whole document. */
  readonly path: string;
  /** From 1; absent where the document did not come from text. */
  readonly line?: number;
  readonly column?: number;
  readonly message: ProblemText;
  readonly mend: ProblemText;
}

const line = (problem: SchemeProblem, language: keyof ProblemText): string => {
  const place =
    problem.line === undefined ? '' : `:${String(problem.line)}:${String(problem.column ?? 1)}`;
  return `${problem.file}${place} ${problem.path || '/'}: ${problem.message[language]} ${problem.mend[language]}`;
};

/** A pack that cannot be used. Lists every problem that was found, not only the first. */
export class SchemePackError extends Error {
  override readonly name = 'SchemePackError';

  constructor(readonly problems: readonly SchemeProblem[]) {
    super(problems.map((problem) => line(problem, 'en')).join('\n'));
  }

  /** One line per problem: file, line, path, what is wrong, how to mend it. */
  describe(language: keyof ProblemText): string {
    return this.problems.map((problem) => line(problem, language)).join('\n');
  }
}
