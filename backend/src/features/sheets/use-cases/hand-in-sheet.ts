import { Injectable } from '@nestjs/common';
import {
  Audit,
  ProblemError,
  shareTurn,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { turnOfCase } from '../../cases';
import { requireScorer } from '../../plans';
import { CaseReader, scoredOf } from '../case-reader';
import { scoreOf } from '../evaluation';
import { SheetsRepository } from '../sheets.repository';

/** An assessor hands the own sheet in: it takes no more, and those of the others can be read. */
@Injectable()
export class HandInSheet {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: CaseReader,
    private readonly sheets: SheetsRepository,
    private readonly audit: Audit,
  ) {}

  /** Handed in twice it is handed in. @throws ProblemError not_found, not_in_team, case_moved, sheet_incomplete,
   *   independence_undeclared */
  execute(context: RequestContext, caseId: string): Promise<void> {
    return this.database.transaction(context, async (manager) => {
      await shareTurn(manager, turnOfCase(caseId));
      const one = await this.reader.find(manager, context, caseId);
      const { found } = one;
      requireScorer(one, context.userId);
      const sheet = await this.sheets.lockOwn(manager, context, caseId);
      if (sheet.state === 'handed_in') return;
      if (found.state !== 'evaluating') throw new ProblemError('case_moved');
      const scored = scoredOf(await this.reader.material(manager, context, found));
      const place = { caseId, userId: context.userId };
      const answers = await this.sheets.answers(manager, context, place);
      const { progress } = scoreOf(
        scored,
        answers.map((answer) => [answer.itemId, answer] as const),
      );
      const count = progress.items - progress.answered;
      if (count > 0) throw new ProblemError('sheet_incomplete', { count });
      await this.sheets.handIn(manager, context, caseId);
      const subject = { type: 'case', id: caseId };
      await this.audit.record(manager, context, 'case.sheet_handed_in', subject, {
        number: found.number,
      });
    });
  }
}
