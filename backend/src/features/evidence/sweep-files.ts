import { Injectable } from '@nestjs/common';
import {
  HandlesJob,
  isUuid,
  jobKind,
  Storage,
  TenantDatabase,
  type JobContext,
  type JobHandler,
} from '../../kernel';
import { EvidenceRepository } from './evidence.repository';
import { evidenceFolder } from './upload-evidence';

export interface SweepFilesData {
  readonly context: JobContext;
}

export const SWEEP_FILES = jobKind<SweepFilesData>('evidence.sweep-files', {
  everyMinutes: 24 * 60,
});

/** Younger files may belong to an upload whose row is just being written. */
export const sweepAfterMilliseconds = 60 * 60 * 1000;

/** Removes files of one organization that no row names, and uploads that broke off. Running it again is harmless. */
@Injectable()
@HandlesJob(SWEEP_FILES)
export class SweepFiles implements JobHandler<SweepFilesData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly evidence: EvidenceRepository,
    private readonly storage: Storage,
  ) {}

  /** Whoever has files at all: what no row names is known to the store alone. */
  async organizationsWithWork(): Promise<string[]> {
    return (await this.storage.folders()).filter(isUuid);
  }

  async handle({ context }: SweepFilesData): Promise<void> {
    await this.sweep(context, new Date(Date.now() - sweepAfterMilliseconds));
  }

  /** @returns how many files were removed */
  async sweep(context: JobContext, olderThan: Date): Promise<number> {
    let removed = await this.storage.sweepStaging(olderThan);
    const keys: string[] = [];
    for await (const { key, modifiedAt } of this.storage.list(
      `${context.organizationId}/${evidenceFolder}`,
    ))
      if (modifiedAt < olderThan) keys.push(key);
    const recorded = await this.database.read(context, (manager) =>
      this.evidence.recordedKeys(manager, context, keys),
    );
    for (const key of keys.filter((found) => !recorded.has(found))) {
      await this.storage.remove(key);
      removed += 1;
    }
    return removed;
  }
}
