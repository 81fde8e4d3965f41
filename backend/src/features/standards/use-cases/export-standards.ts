import { Injectable } from '@nestjs/common';
import {
  organizationDay,
  TakeOut,
  threadTask,
  type ExportingContext,
  type TakenOut,
} from '../../../kernel';
import type { ExportFormat } from '../export/export-format';
import type { writeRegister } from '../export/write-register.task';
import { StandardsRepository } from '../standards.repository';

const WRITE = threadTask<typeof writeRegister>('writeRegister', { seconds: 60 });

/** The whole register as a file; that it was taken out is on record. */
@Injectable()
export class ExportStandards {
  constructor(
    private readonly standards: StandardsRepository,
    private readonly takeOut: TakeOut,
  ) {}

  execute(context: ExportingContext, format: ExportFormat): Promise<TakenOut> {
    const file = {
      name: '标准台账',
      ending: format,
      task: WRITE,
      action: 'standards.exported',
      subject: 'register',
    } as const;
    return this.takeOut.execute(context, file, async (manager) => {
      const day = organizationDay(new Date());
      const { text, rows } = await this.standards.json(manager, context, day);
      return [
        { format, rows: text },
        { format, rows },
      ];
    });
  }
}
