import { Injectable } from '@nestjs/common';
import {
  HandlesJob,
  jobKind,
  PendingObjects,
  PlatformDatabase,
  type JobContext,
  type JobHandler,
} from '../../../kernel';

interface SweepFilesData {
  readonly context: JobContext;
}

/** For what was left behind: a file that is removed leaves the store at once. */
export const SWEEP_FILES = jobKind<SweepFilesData>('evidence.sweep-files', {
  everyMinutes: 24 * 60,
});

/** Younger files may belong to an upload whose row is just being written. */
const sweepAfterMilliseconds = 60 * 60 * 1000;

/** Removes files of one organization that no row names. Running it again is harmless. */
@Injectable()
@HandlesJob(SWEEP_FILES)
export class SweepFiles implements JobHandler<SweepFilesData> {
  constructor(
    private readonly platform: PlatformDatabase,
    private readonly pending: PendingObjects,
  ) {}

  organizationsWithWork(): Promise<string[]> {
    return this.platform.organizations('app.organizations_with_pending_objects()');
  }

  async handle({ context }: SweepFilesData): Promise<void> {
    await this.sweep(context, new Date(Date.now() - sweepAfterMilliseconds));
  }

  /** @returns how many files were removed */
  sweep(context: JobContext, olderThan: Date): Promise<number> {
    return this.pending.sweep(context, olderThan);
  }
}
