import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { JobData, JobKind } from './job';

export const JOB_KIND = 'liangxing:job-kind';

/** Why a job was given up: what its last try threw, or that it ran out of time or lost its worker. */
export interface JobFailure {
  readonly name: string;
  readonly message: string;
}

/** Provider that does jobs of one kind. A job may run twice: doing it again must change nothing. */
export interface JobHandler<Data extends JobData> {
  handle(data: Data, signal: AbortSignal): Promise<void>;
  /**
   * Told once no try is left, also when the worker died in the last one: only now may the job be shown as failed.
   * Like every job it may be told twice.
   */
  giveUp?(data: Data, failure: JobFailure): Promise<void>;
  /**
   * Housekeeping (`everyMinutes`) of organizations: whose turn it is. One job then calls `handle` for each of them in
   * its own context; where one fails the others are still done.
   */
  organizationsWithWork?(): Promise<readonly string[]>;
}

/** Marks a provider class as the handler of a kind of job; the worker finds it by this mark. */
export function HandlesJob<Data extends JobData>(kind: JobKind<Data>): CustomDecorator {
  return SetMetadata(JOB_KIND, kind);
}
