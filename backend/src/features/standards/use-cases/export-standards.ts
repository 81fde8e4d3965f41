import { Injectable } from '@nestjs/common';
import {
  Audit,
  organizationDay,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
} from '../../../kernel';
import type { ExportFormat } from '../export/export-format';
import type { writeRegister, WrittenRegister } from '../export/write-register.task';
import { StandardsRepository } from '../standards.repository';

const WRITE = threadTask<typeof writeRegister>('writeRegister', { seconds: 60 });

/** The whole register as a file; that it was taken out is on record. */
@Injectable()
export class ExportStandards {
  constructor(
    private readonly database: TenantDatabase,
    private readonly standards: StandardsRepository,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  async execute(
    context: RequestContext,
    format: ExportFormat,
  ): Promise<{ content: Uint8Array; fileName: string }> {
    const day = organizationDay(new Date());
    const read = (): Promise<WrittenRegister> => this.read(context, format, day);
    const content = await this.threads.run(context, WRITE, read, context);
    return { content, fileName: `标准台账-${day}.${format}` };
  }

  private read(
    context: RequestContext,
    format: ExportFormat,
    day: string,
  ): Promise<WrittenRegister> {
    return this.database.transaction(context, async (manager) => {
      const { text, rows } = await this.standards.json(manager, context, day);
      await this.audit.record(
        manager,
        context,
        'standards.exported',
        { type: 'register', id: context.organizationId },
        { format, rows },
      );
      return { format, rows: text };
    });
  }
}
