/** Why what was typed is not kept: no number, not whole, half of a share, nothing sampled, more than were sampled. */
export type NumberProblem =
  'number' | 'whole' | 'incomplete' | 'sampledNone' | 'moreThanSampled' | 'incompleteFigures';

export const mostPieces = 1_000_000;

interface TypedWhole {
  /** Null: the field is empty. */
  readonly value: number | null;
  readonly problem: NumberProblem | null;
}

/** A whole number from 0; full-width digits of a Chinese keyboard are digits. */
export function readWhole(text: string): TypedWhole {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return { value: null, problem: null };
  const value = Number(typed);
  if (!Number.isFinite(value)) return { value: null, problem: 'number' };
  if (!Number.isInteger(value) || value < 0 || value > mostPieces)
    return { value: null, problem: 'whole' };
  return { value, problem: null };
}

interface TypedRate {
  /** Null: nothing that can be kept. */
  readonly rate: { readonly part: number; readonly whole: number } | null;
  readonly problem: NumberProblem | null;
}

/** So many of so many: both or neither, and no more than were sampled. */
export function readRate(partText: string, wholeText: string): TypedRate {
  const [part, whole] = [readWhole(partText), readWhole(wholeText)];
  const problem = part.problem ?? whole.problem;
  if (problem !== null) return { rate: null, problem };
  if (part.value === null && whole.value === null) return { rate: null, problem: null };
  if (part.value === null || whole.value === null) return { rate: null, problem: 'incomplete' };
  if (whole.value === 0) return { rate: null, problem: 'sampledNone' };
  if (part.value > whole.value) return { rate: null, problem: 'moreThanSampled' };
  return { rate: { part: part.value, whole: whole.value }, problem: null };
}

const LARGEST_FIGURE = 1e9;

/** A number with its sign and decimals; null: the field is empty. */
function readFigure(text: string): { readonly value: number | null; readonly isWrong: boolean } {
  const typed = text.normalize('NFKC').trim().replace(/%$/, '');
  if (typed === '') return { value: null, isWrong: false };
  const value = Number(typed);
  const isWrong = !Number.isFinite(value) || Math.abs(value) > LARGEST_FIGURE;
  return { value: isWrong ? null : value, isWrong };
}

/** A figure and its objective: both or neither. */
export function readFigures(
  figureText: string,
  objectiveText: string,
): {
  readonly figures: { readonly figure: number; readonly objective: number } | null;
  readonly problem: NumberProblem | null;
} {
  const [figure, objective] = [readFigure(figureText), readFigure(objectiveText)];
  if (figure.isWrong || objective.isWrong) return { figures: null, problem: 'number' };
  if (figure.value === null && objective.value === null) return { figures: null, problem: null };
  if (figure.value === null || objective.value === null)
    return { figures: null, problem: 'incompleteFigures' };
  return { figures: { figure: figure.value, objective: objective.value }, problem: null };
}
