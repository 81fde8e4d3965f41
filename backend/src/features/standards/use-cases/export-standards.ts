import { Injectable } from '@nestjs/common';
import { Audit, RequestContext, TenantDatabase } from '../../../kernel';
import { writeCsv, writeXlsx } from '../export/write-export';
import { organizationDay } from '../register/standard-columns';
import { StandardsRepository } from '../standards.repository';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The whole register as a file; that it was taken out is on record. */
@Injectable()
export class ExportStandards {
  constructor(
    private readonly database: TenantDatabase,
    private readonly standards: StandardsRepository,
    private readonly audit: Audit,
  ) {}

  async execute(
    context: RequestContext,
    format: ExportFormat,
  ): Promise<{ content: Buffer; fileName: string }> {
    const day = organizationDay(new Date());
    const rows = await this.database.transaction(context, async (manager) => {
      const all = await this.standards.all(manager, context, day);
      await this.audit.record(
        manager,
        context,
        'standards.exported',
        { type: 'register', id: context.organizationId },
        { format, rows: all.length },
      );
      return all;
    });
    const content = format === 'csv' ? await writeCsv(rows) : await writeXlsx(rows);
    return { content, fileName: `标准台账-${day}.${format}` };
  }
}
