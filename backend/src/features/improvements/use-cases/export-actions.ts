import { Injectable } from '@nestjs/common';
import { sideOf } from '@liangxing/contracts';
import {
  notFound,
  TakeOut,
  threadTask,
  type ExportingContext,
  type TakenOut,
} from '../../../kernel';
import { AssessmentsReader } from '../../assessments';
import { CorrectiveActionsRepository } from '../corrective-actions.repository';
import type { writeActionsWorkbook } from '../write-actions.task';

const WRITE = threadTask<typeof writeActionsWorkbook>('writeActionsWorkbook', { seconds: 60 });

/** The corrective actions of one evaluation and those of none, as a workbook; that they were taken out is on record. */
@Injectable()
export class ExportActions {
  constructor(
    private readonly actions: CorrectiveActionsRepository,
    private readonly assessments: AssessmentsReader,
    private readonly takeOut: TakeOut,
  ) {}

  /** @param assessmentId without it the actions of all evaluations */
  execute(context: ExportingContext, assessmentId: string | null): Promise<TakenOut> {
    const side = sideOf(context.language);
    const file = {
      name: side === 'en' ? 'corrective-actions' : '整改措施',
      ending: 'xlsx',
      task: WRITE,
      action: 'corrective_actions.exported',
      subject: 'corrective_actions',
    } as const;
    return this.takeOut.execute(context, file, async (manager) => {
      if (
        assessmentId !== null &&
        (await this.assessments.find(manager, context, assessmentId)) === null
      )
        throw notFound();
      const all = await this.actions.list(manager, context);
      const actions = all.filter(
        (action) =>
          assessmentId === null ||
          action.assessmentId === null ||
          action.assessmentId === assessmentId,
      );
      return [{ actions: JSON.stringify(actions), side }, { rows: actions.length }];
    });
  }
}
