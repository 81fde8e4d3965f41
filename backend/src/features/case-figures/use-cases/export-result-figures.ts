import { sideOf } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import { TakeOut, threadTask, type RequestContext, type TakenOut } from '../../../kernel';
import type { ResultsAsked } from '../result-figures.repository';
import type { writeResultFigures } from '../write-result-figures.task';
import { ReadResultFigures } from './read-result-figures';

const WRITE = threadTask<typeof writeResultFigures>('writeResultFigures', { seconds: 60 });

/** Findings by item and agreement by person as a workbook, as the person may see them. */
@Injectable()
export class ExportResultFigures {
  constructor(
    private readonly reading: ReadResultFigures,
    private readonly takeOut: TakeOut,
  ) {}

  execute(context: RequestContext, asked: ResultsAsked): Promise<TakenOut> {
    const side = sideOf(context.language);
    const file = {
      name: side === 'en' ? 'case-figures' : '评审统计',
      ending: 'xlsx',
      task: WRITE,
      action: 'case_figures.exported',
      subject: 'case_figures',
    } as const;
    return this.takeOut.execute(context, file, async (manager) => {
      const figures = await this.reading.execute(manager, context, asked);
      const { schemeId, from, until } = asked;
      return [
        { figures: JSON.stringify(figures), side },
        { schemeId, from, until, cases: figures.cases },
      ];
    });
  }
}
