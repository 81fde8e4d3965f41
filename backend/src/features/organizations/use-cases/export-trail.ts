import { Injectable } from '@nestjs/common';
import { sideOf } from '@liangxing/contracts';
import { TakeOut, threadTask, type ExportingContext, type TakenOut } from '../../../kernel';
import { TrailRepository, type TrailFilter } from '../trail/trail.repository';
import type { writeTrail } from '../trail/write-trail.task';

const WRITE = threadTask<typeof writeTrail>('writeTrail', { seconds: 60 });
/** Lines of one workbook; whoever needs more asks for a span of days. */
const most = 50_000;

/** The trail as a workbook, newest first; that it was taken out stands in the trail itself. */
@Injectable()
export class ExportTrail {
  constructor(
    private readonly reader: TrailRepository,
    private readonly takeOut: TakeOut,
  ) {}

  execute(context: ExportingContext, filter: TrailFilter): Promise<TakenOut> {
    const side = sideOf(context.language);
    const file = {
      name: side === 'en' ? 'trail' : '操作记录',
      ending: 'xlsx',
      task: WRITE,
      action: 'trail.exported',
      subject: 'trail',
    } as const;
    return this.takeOut.execute(context, file, async (manager) => {
      const lines = await this.reader.lines(manager, context.organizationId, filter, most);
      return [
        { lines: JSON.stringify(lines), side },
        { ...filter, lines: lines.length },
      ];
    });
  }
}
