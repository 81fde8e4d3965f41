import { Injectable } from '@nestjs/common';
import type { AuditAction } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import type { JobContext, RequestContext } from './access/request-context';
import { Audit } from './audit/audit';
import { organizationDay } from './calendar';
import { TenantDatabase } from './database/tenant-database';
import { ThreadPool } from './threads/thread-pool';
import type { ThreadTask } from './threads/thread-task';

/** A file of what an organization holds: how it is called, who writes it, and how the trail calls that. */
interface FileOfMany<Input> {
  /** Without the day and the ending. */
  readonly name: string;
  readonly ending: string;
  readonly task: ThreadTask<Input, Uint8Array>;
  readonly action: AuditAction;
  /** Type of the trail's subject. */
  readonly subject: string;
}

/** A person who waits for the file, or a job that takes it along. */
export type ExportingContext = JobContext & Pick<RequestContext, 'signal'>;

export interface TakenOut {
  readonly fileName: string;
  readonly content: Uint8Array;
}

/**
 * Takes many things out as one file: what is read and that it was read are one transaction, the file is written in a
 * thread and bears the day.
 */
@Injectable()
export class TakeOut {
  constructor(
    private readonly database: TenantDatabase,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  /** @param read the task's input, and what the trail says of it; asked for once the file's turn has come */
  async execute<Input>(
    context: ExportingContext,
    { name, ending, task, action, subject: type }: FileOfMany<Input>,
    read: (manager: EntityManager) => Promise<readonly [Input, Readonly<Record<string, unknown>>]>,
  ): Promise<TakenOut> {
    const given = (): Promise<Input> =>
      this.database.transaction(context, async (manager) => {
        const [input, details] = await read(manager);
        const subject = { type, id: context.organizationId };
        await this.audit.record(manager, context, action, subject, details);
        return input;
      });
    const content = await this.threads.run(context, task, given, context);
    return { fileName: `${name}-${organizationDay(new Date())}.${ending}`, content };
  }
}
