import { OPEN_CASE_STATES, type DeskVerb } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import { ProblemError, validationFailed, type RequestContext } from '../../../kernel';
import type { LetterContent } from '../../letters';
import type { Case } from '../case';
import { MakeMove, type SeenCase } from './make-move';

/** A registrar moves a case on at the desk, or asks the enterprise. */
@Injectable()
export class MoveCase {
  constructor(private readonly moves: MakeMove) {}

  /** @throws ProblemError not_found, version_conflict, case_moved, validation_failed where nothing is said that must be */
  execute(
    context: RequestContext,
    seen: SeenCase,
    move: DeskVerb,
    { text, due, missing = [] }: LetterContent,
  ): Promise<Case> {
    const isCorrection = move === 'request_correction';
    if (move === 'reject' && text.trim() === '')
      throw validationFailed({ path: 'text', code: 'required' });
    if (isCorrection && missing.length === 0)
      throw validationFailed({ path: 'missing', code: 'required' });
    const said = isCorrection ? { missing, ...(due === undefined ? {} : { due }) } : {};
    return this.moves.execute(context, seen, move, text, () => Promise.resolve(said));
  }

  /** @throws ProblemError not_found, version_conflict, case_moved where the case is at its end */
  ask(context: RequestContext, seen: SeenCase, { text, due }: LetterContent): Promise<Case> {
    return this.moves.tell(context, seen, 'asked', text, (_, { state }) => {
      if (!OPEN_CASE_STATES.includes(state)) throw new ProblemError('case_moved');
      return Promise.resolve({ due });
    });
  }
}
