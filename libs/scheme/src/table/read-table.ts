import { schemeFromDocument } from '../pack/load';
import { SchemePackError, type ProblemCode, type SchemeProblem } from '../pack/problem';
import type { Scheme } from '../scheme';
import { SCORING } from './columns';
import { wholeTable, wordingFor } from './mend-wording';
import { Places } from './places';
import { GeneralReader, readSources } from './read-general';
import { readGates } from './read-gates';
import { readGrades } from './read-grades';
import { ScoringReader } from './read-scoring';
import { Findings, type TableSheet } from './sheet-cursor';
import { SchemeTableError, type TableProblem } from './table-problem';

/** Only repeats that a number below was refused. */
const FROM_NUMBERS: ReadonlySet<ProblemCode> = new Set([
  'points_unearnable',
  'readiness_points',
  'deduction_too_large',
  'max_below_step',
  'choice_zero',
  'bands_order',
  'bands_end',
  'route_empty',
  'structure',
]);

const OF_LINKS: ReadonlySet<ProblemCode> = new Set([
  'same_fact_unknown',
  'same_fact_one_sided',
  'most_direct_unclear',
]);

const isRepetition = (problem: SchemeProblem, places: Places, found: Findings): boolean => {
  const { code, path } = problem;
  if (code === 'sum_mismatch') return places.isSumBroken(path);
  if (code === 'structure' && found.problems.length > 0) return true;
  // A link may lead to a row that was refused; it is looked at again once the rows are right.
  if (OF_LINKS.has(code)) return found.problems.some(({ sheet }) => sheet === SCORING.name);
  // Below a refused number or id the part itself is not what was meant.
  const part = /^.*\/(items|routes|gates)\/\d+/.exec(path)?.[0];
  if (part !== undefined && FROM_NUMBERS.has(code)) return places.isBrokenBelow(part);
  return code === 'grade_shadowed' && places.isBrokenBelow(path);
};

const placed = (problem: SchemeProblem, places: Places): TableProblem => ({
  code: problem.code,
  ...(places.find(problem.path) ?? wholeTable),
  ...wordingFor(problem),
});

const key = ({ code, sheet, row, column }: TableProblem): string =>
  JSON.stringify([code, sheet, row, column]);

const inOrder = (problems: readonly TableProblem[]): readonly TableProblem[] => {
  const order = ['方案', '来源文件', '等级', '限制条件', '评价表'];
  const rank = ({ sheet, row }: TableProblem): number => order.indexOf(sheet) * 1e7 + (row ?? 0);
  const unique = new Map(problems.map((problem) => [key(problem), problem] as const).reverse());
  return [...unique.values()].reverse().sort((one, other) => rank(one) - rank(other));
};

/**
 * The sheets of a workbook → a scheme. No I/O; empty rows, unknown columns and further sheets are passed over.
 * The inverse of `schemeTable` for everything that the table carries.
 * @throws SchemeTableError with every problem that was found: sheet, row, column, what is wrong, how to mend it
 */
export const schemeFromTable = (sheets: readonly TableSheet[]): Scheme => {
  const findings = new Findings();
  const places = new Places();
  const general = new GeneralReader(sheets, findings, places).read();
  const document = {
    ...general,
    sources: readSources(sheets, findings, places),
    grades: readGrades(sheets, findings, places),
    gates: readGates(sheets, findings, places),
    sections: new ScoringReader(
      general['kind'] === 'readiness' ? 'readiness' : 'scored',
      findings,
      places,
    ).read(sheets),
  };
  try {
    const scheme = schemeFromDocument({ name: 'table', document });
    if (findings.problems.length === 0) return scheme;
  } catch (error) {
    if (!(error instanceof SchemePackError)) throw error;
    const further = error.problems
      .filter((problem) => !isRepetition(problem, places, findings))
      .map((problem) => placed(problem, places));
    findings.problems.push(...further);
  }
  throw new SchemeTableError(inOrder(findings.problems));
};
