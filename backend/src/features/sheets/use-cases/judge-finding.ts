import { isWritten } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import { notFound, ProblemError, validationFailed, type RequestContext } from '../../../kernel';
import { MakeMove, type Case, type SeenCase } from '../../cases';
import { LettersRepository } from '../../letters';
import { requireScorer } from '../../plans';
import { CaseReader } from '../case-reader';
import { FindingsRepository } from '../findings.repository';
import { standing } from '../sent-findings';

/** Somebody of the team verifies what the enterprise answered to a finding, or returns it with a reason. */
@Injectable()
export class JudgeFinding {
  constructor(
    private readonly moves: MakeMove,
    private readonly reader: CaseReader,
    private readonly findings: FindingsRepository,
    private readonly letters: LettersRepository,
  ) {}

  /**
   * @throws ProblemError not_found, version_conflict, not_in_team, case_moved, finding_not_answered, validation_failed
   *   where it is returned without a reason
   */
  async execute(
    context: RequestContext,
    seen: SeenCase,
    finding: number,
    { isAccepted, text }: { readonly isAccepted: boolean; readonly text: string },
  ): Promise<Case> {
    if (!isAccepted && !isWritten(text)) throw validationFailed({ path: 'text', code: 'required' });
    return this.moves.tell(context, seen, 'finding_judged', text, async (manager, found) => {
      const teamCase = await this.reader.find(manager, context, found.id);
      requireScorer(teamCase, context.userId);
      if (found.state !== 'rectifying') throw new ProblemError('case_moved');
      const stored = await this.findings.find(manager, context, found.id, finding);
      if (stored === null) throw notFound();
      const letters = await this.letters.list(manager, context, found.id);
      const [one] = standing([stored], letters);
      const answer = one?.rounds.at(-1)?.answer.number;
      if (one?.state !== 'answered' || answer === undefined)
        throw new ProblemError('finding_not_answered');
      return { findingJudgement: { finding, answer, isAccepted } };
    });
  }
}
