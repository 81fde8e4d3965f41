import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { JobData, JobKind } from './job';

export const JOB_KIND = 'liangxing:job-kind';

/** Provider that does jobs of one kind. A job may run twice: doing it again must change nothing. */
export interface JobHandler<Data extends JobData> {
  handle(data: Data, signal: AbortSignal): Promise<void>;
  /** Told once the last try has failed: only now may it be shown as failed. */
  giveUp?(data: Data, error: unknown): Promise<void>;
}

/** Marks a provider class as the handler of a kind of job; the worker finds it by this mark. */
export function HandlesJob<Data extends JobData>(kind: JobKind<Data>): CustomDecorator {
  return SetMetadata(JOB_KIND, kind);
}
