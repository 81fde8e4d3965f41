import { Injectable } from '@nestjs/common';
import {
  Audit,
  organizationDay,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
} from '../../../kernel';
import { TrailRepository, type TrailFilter } from '../trail/trail.repository';
import type { WrittenTrail, writeTrail } from '../trail/write-trail.task';

const WRITE = threadTask<typeof writeTrail>('writeTrail', { seconds: 60 });
/** Lines of one workbook; whoever needs more asks for a span of days. */
const most = 50_000;

/** The trail as a workbook, newest first; that it was taken out stands in the trail itself. */
@Injectable()
export class ExportTrail {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: TrailRepository,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  async execute(
    context: RequestContext,
    filter: TrailFilter,
  ): Promise<{ fileName: string; content: Uint8Array }> {
    const side = context.language === 'en' ? 'en' : 'zh';
    const name = side === 'en' ? 'trail' : '操作记录';
    const read = async (): Promise<WrittenTrail> => ({
      lines: await this.read(context, filter),
      side,
    });
    const content = await this.threads.run(context, WRITE, read, context);
    return { fileName: `${name}-${organizationDay(new Date())}.xlsx`, content };
  }

  private read(context: RequestContext, filter: TrailFilter): Promise<string> {
    const { organizationId } = context;
    return this.database.transaction(context, async (manager) => {
      const lines = await this.reader.lines(manager, organizationId, filter, most);
      const subject = { type: 'trail', id: organizationId };
      await this.audit.record(manager, context, 'trail.exported', subject, {
        ...filter,
        lines: lines.length,
      });
      return JSON.stringify(lines);
    });
  }
}
