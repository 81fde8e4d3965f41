import { Injectable } from '@nestjs/common';
import { recordKind, say, type RecordKindId } from '@liangxing/contracts';
import { Audit, RequestContext, TenantDatabase } from '../../../kernel';
import { organizationDay } from '../../standards';
import { writeRecordsXlsx } from '../export/write-records-xlsx';
import type { RecordFilter } from '../record';
import { RecordsRepository } from '../records.repository';

/** A list, or what a search leaves of it, as a workbook; that it was taken out is on record. */
@Injectable()
export class ExportRecords {
  constructor(
    private readonly database: TenantDatabase,
    private readonly records: RecordsRepository,
    private readonly audit: Audit,
  ) {}

  async execute(
    context: RequestContext,
    kind: RecordKindId,
    filter: RecordFilter,
  ): Promise<{ fileName: string; content: Buffer }> {
    const rows = await this.database.transaction(context, async (manager) => {
      const all = await this.records.all(manager, context, kind, filter);
      const subject = { type: 'records', id: context.organizationId };
      const details = { kind, rows: all.length };
      await this.audit.record(manager, context, 'records.exported', subject, details);
      return all;
    });
    const side = context.language === 'en' ? 'en' : 'zh';
    const name = say(recordKind(kind).label, context.language);
    const fileName = `${name}-${organizationDay(new Date())}.xlsx`;
    return { fileName, content: await writeRecordsXlsx(kind, rows, side) };
  }
}
