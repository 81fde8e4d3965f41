import { Injectable } from '@nestjs/common';
import type { Coverage, Industry } from '@liangxing/system-structure';
import { notFound, organizationDay, TenantDatabase, type JobContext } from '../../../kernel';
import {
  MeasuredSystems,
  type SystemProgress,
  type SystemToMeasure,
} from '../coverage/measured-systems';
import { RegistersRepository } from '../coverage/registers.repository';
import { isLarge, stampOf, SystemStampsRepository } from '../coverage/system-stamps.repository';
import { enterpriseKind } from '../enterprise-kind';
import { PlacesRepository } from '../places.repository';
import type { StoredSystem } from '../system';
import { SystemsRepository } from '../systems.repository';

export interface SystemCoverage extends Pick<SystemProgress, 'state'> {
  readonly stored: StoredSystem;
  readonly industry: Industry;
  readonly coverage: Coverage;
}

/** Compares a system with what a complete one of the enterprise's industry holds. */
@Injectable()
export class ReadCoverage {
  constructor(
    private readonly database: TenantDatabase,
    private readonly systems: SystemsRepository,
    private readonly places: PlacesRepository,
    private readonly registers: RegistersRepository,
    private readonly stamps: SystemStampsRepository,
    private readonly measured: MeasuredSystems,
  ) {}

  /** @param industry instead of the one that the profile tells */
  async execute(
    context: JobContext,
    id: string,
    industry: Industry | undefined,
  ): Promise<SystemCoverage> {
    const { stored, coverage, ...rest } = await this.measure(context, id, industry);
    if (stored === null || coverage === null) throw notFound();
    return { ...rest, stored, coverage };
  }

  /** Of the primary system. */
  progress(context: JobContext): Promise<SystemProgress> {
    return this.measure(context, null, undefined);
  }

  /** Worked out anew only where system, register, profile, scheme or day have changed since. */
  private async measure(
    context: JobContext,
    id: string | null,
    told: Industry | undefined,
  ): Promise<SystemProgress> {
    const day = organizationDay(new Date());
    const { system, ...around } = await this.stamps.read(context, id);
    if (id !== null && system === null) throw notFound();
    const stamp = stampOf(day, system?.writtenBy ?? '', around);
    const asked = { system, told, stamp, isLarge: isLarge(around) };
    const found = system?.id ?? null;
    return this.measured.of(context, asked, () =>
      this.database.readOneInstant(context, async (manager): Promise<SystemToMeasure> => {
        const stored = found === null ? null : await this.systems.find(manager, context, found);
        if (found !== null && stored === null) throw notFound();
        const { text } = await this.registers.of(manager, context, day, around.register);
        return {
          stored,
          ...(await enterpriseKind(manager, context, told)),
          places: found === null ? '[]' : await this.places.json(manager, context, found),
          register: text,
        };
      }),
    );
  }
}
