import { Injectable } from '@nestjs/common';
import { recordKind, sideOf, type RecordKindId } from '@liangxing/contracts';
import { TakeOut, threadTask, type ExportingContext, type TakenOut } from '../../../kernel';
import type { writeRecords } from '../export/write-records.task';
import type { RecordFilter } from '../record';
import { RecordsRepository } from '../records.repository';

const WRITE = threadTask<typeof writeRecords>('writeRecords', { seconds: 60 });

/** A list, or what a search leaves of it, as a workbook; that it was taken out is on record. */
@Injectable()
export class ExportRecords {
  constructor(
    private readonly records: RecordsRepository,
    private readonly takeOut: TakeOut,
  ) {}

  execute(context: ExportingContext, kind: RecordKindId, filter: RecordFilter): Promise<TakenOut> {
    const side = sideOf(context.language);
    const file = {
      name: recordKind(kind).label[side],
      ending: 'xlsx',
      task: WRITE,
      action: 'records.exported',
      subject: 'records',
    } as const;
    return this.takeOut.execute(context, file, async (manager) => {
      const { text, rows } = await this.records.json(manager, context, kind, filter);
      return [
        { kind, records: text, side },
        { kind, rows },
      ];
    });
  }
}
