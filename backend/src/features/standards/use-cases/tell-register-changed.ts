/** What depends on the register is worked out anew after it has changed. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  jobContextOf,
  jobKind,
  JobQueue,
  type JobData,
  type RequestContext,
} from '../../../kernel';

/** Standards came into a register, or stand for other numbers now. Another feature does the work. */
export const REGISTER_CHANGED = jobKind<JobData>('standards.register-changed');

/** Long enough that changes in a row are one piece of work. */
const SECONDS_OF_REST = 1;

@Injectable()
export class TellRegisterChanged {
  constructor(private readonly jobs: JobQueue) {}

  /** In the transaction that changes the register. */
  execute(manager: EntityManager, context: RequestContext): Promise<void> {
    return this.jobs.enqueue(
      manager,
      REGISTER_CHANGED,
      { context: jobContextOf(context) },
      { singletonKey: context.organizationId, startAfterSeconds: SECONDS_OF_REST },
    );
  }
}
