import { Injectable } from '@nestjs/common';
import type { DutyAllocation } from '@liangxing/dossier';
import { organizationDay } from '../../../kernel/pure';
import { TenantDatabase, threadTask, ThreadPool, type RequestContext } from '../../../kernel';
import { PrimarySystemReader, registerEntries } from '../../systems';
import { profileMaterial } from '../profile-material';
import type { deriveAllocation } from '../duty-allocation/derive-allocation.task';
import {
  DutyCorrectionsRepository,
  type DutyCorrections,
} from '../duty-allocation/duty-corrections.repository';

const DERIVE = threadTask<typeof deriveAllocation>('deriveAllocation', {
  seconds: 30,
  isForPage: true,
});

export interface ShownAllocation {
  readonly derived: DutyAllocation;
  readonly corrections: DutyCorrections;
  /** False: there is no standard system yet, and so nothing that could be allocated. */
  readonly hasSystem: boolean;
}

/** 职能分配表: what the register tells, and what a person set otherwise. */
@Injectable()
export class ShowDutyAllocation {
  constructor(
    private readonly database: TenantDatabase,
    private readonly systems: PrimarySystemReader,
    private readonly corrections: DutyCorrectionsRepository,
    private readonly threads: ThreadPool,
  ) {}

  async execute(context: RequestContext): Promise<ShownAllocation> {
    const read = await this.database.readOneInstant(context, async (manager) => ({
      departments: (await profileMaterial(manager, context)).departments,
      system: await this.systems.read(manager, context),
      entries: await registerEntries(manager, context, organizationDay(new Date())),
      corrections: await this.corrections.find(manager, context),
    }));
    const { departments, system, entries, corrections } = read;
    if (system === null) {
      const derived = { departments: departments.map(({ name }) => name), rows: [] };
      return { derived, corrections, hasSystem: false };
    }
    const derived = await this.threads.run(context, DERIVE, { departments, system, entries });
    return { derived, corrections, hasSystem: true };
  }
}
