import { Injectable } from '@nestjs/common';
import { recordKind, say, type RecordKindId } from '@liangxing/contracts';
import {
  Audit,
  organizationDay,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
} from '../../../kernel';
import type { writeRecords, WrittenRecords } from '../export/write-records.task';
import type { RecordFilter } from '../record';
import { RecordsRepository } from '../records.repository';

const WRITE = threadTask<typeof writeRecords>('writeRecords', { seconds: 60 });

/** A list, or what a search leaves of it, as a workbook; that it was taken out is on record. */
@Injectable()
export class ExportRecords {
  constructor(
    private readonly database: TenantDatabase,
    private readonly records: RecordsRepository,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  async execute(
    context: RequestContext,
    kind: RecordKindId,
    filter: RecordFilter,
  ): Promise<{ fileName: string; content: Uint8Array }> {
    const side = context.language === 'en' ? 'en' : 'zh';
    const name = say(recordKind(kind).label, context.language);
    const fileName = `${name}-${organizationDay(new Date())}.xlsx`;
    const read = async (): Promise<WrittenRecords> => ({
      kind,
      records: await this.read(context, kind, filter),
      side,
    });
    return { fileName, content: await this.threads.run(context, WRITE, read, context) };
  }

  private read(context: RequestContext, kind: RecordKindId, filter: RecordFilter): Promise<string> {
    return this.database.transaction(context, async (manager) => {
      const { text, rows } = await this.records.json(manager, context, kind, filter);
      const subject = { type: 'records', id: context.organizationId };
      await this.audit.record(manager, context, 'records.exported', subject, { kind, rows });
      return text;
    });
  }
}
