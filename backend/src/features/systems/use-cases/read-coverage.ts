import { Injectable } from '@nestjs/common';
import { listItems } from '@liangxing/scheme';
import {
  coverage,
  nextBestSteps,
  type Coverage,
  type CoverageStandard,
  type FedScheme,
  type Industry,
  type NextStep,
  type Places,
  type StructureTemplateId,
} from '@liangxing/system-structure';
import type { EntityManager } from 'typeorm';
import { notFound, RequestContext, TenantDatabase } from '../../../kernel';
import { SchemeCatalogue } from '../../schemes';
import { organizationDay } from '../../standards';
import { enterpriseIndustry } from '../enterprise-industry';
import { PlacesRepository } from '../places.repository';
import type { PlacedStandard, StoredSystem } from '../system';
import { levelOf, stateOf, systemOf } from '../system-state';
import { SystemsRepository } from '../systems.repository';

/** The scheme that evaluates each form. */
const SCHEMES: Readonly<Record<StructureTemplateId, FedScheme>> = {
  'gb-t-15496-2003': 'gsp-2004',
  'gb-t-15496-2017': 'gb-t-19273-2017',
};

export interface SystemCoverage {
  readonly stored: StoredSystem;
  readonly industry: Industry;
  readonly coverage: Coverage;
}

/** How far an organization is, and what it should do next; also before it has a system. */
export interface SystemProgress {
  readonly stored: StoredSystem | null;
  readonly industry: Industry;
  readonly scheme: FedScheme;
  readonly coverage: Coverage | null;
  readonly steps: readonly NextStep[];
}

interface Facts extends SystemCoverage {
  readonly standards: readonly CoverageStandard[];
  readonly places: Places;
}

/** Compares a system with what a complete one of the enterprise's industry holds. */
@Injectable()
export class ReadCoverage {
  constructor(
    private readonly database: TenantDatabase,
    private readonly systems: SystemsRepository,
    private readonly places: PlacesRepository,
    private readonly schemes: SchemeCatalogue,
  ) {}

  /** @param industry instead of the one that the profile tells */
  async execute(
    context: RequestContext,
    id: string,
    industry: Industry | undefined,
  ): Promise<SystemCoverage> {
    return this.database.readOneInstant(context, async (manager) => {
      const stored = await this.systems.find(manager, context, id);
      if (stored === null) throw notFound();
      return this.facts(manager, context, stored, industry);
    });
  }

  /** Of the primary system. */
  async progress(context: RequestContext): Promise<SystemProgress> {
    const read = await this.database.readOneInstant(context, async (manager) => {
      const stored = await this.systems.primary(manager, context);
      if (stored === null) return this.withoutSystem(manager, context);
      const facts = await this.facts(manager, context, stored, undefined);
      return { ...facts, system: systemOf(stored) };
    });
    const scheme = SCHEMES[read.stored?.templateId ?? 'gb-t-15496-2017'];
    const pointsOf = await this.points(context, scheme);
    const { stored, industry } = read;
    return {
      stored,
      industry,
      scheme,
      coverage: read.coverage,
      steps: nextBestSteps({ ...read, scheme, pointsOf }),
    };
  }

  private async facts(
    manager: EntityManager,
    context: RequestContext,
    stored: StoredSystem,
    told: Industry | undefined,
  ): Promise<Facts> {
    const industry = told ?? (await enterpriseIndustry(manager, context));
    const placed = await this.places.all(manager, context, stored.id);
    const standards = await this.standards(manager, context, placed);
    const { system, places } = stateOf(stored, placed);
    const found = coverage(system, places, standards, industry);
    return { stored, industry, standards, places, coverage: found };
  }

  private async withoutSystem(manager: EntityManager, context: RequestContext) {
    const industry = await enterpriseIndustry(manager, context);
    const placed = await this.places.register(manager, context);
    const standards = await this.standards(manager, context, placed);
    const places: Places = new Map();
    return { stored: null, system: null, coverage: null, industry, standards, places };
  }

  private async standards(
    manager: EntityManager,
    context: RequestContext,
    placed: readonly PlacedStandard[],
  ): Promise<readonly CoverageStandard[]> {
    const day = organizationDay(new Date());
    const outdated = await this.places.outdated(manager, context, day);
    return placed.map(({ standardId: id, number, title, level, isPlanned }) => ({
      id,
      number,
      title,
      level: level === 'other' ? undefined : levelOf(level),
      isPlanned,
      isOutdated: outdated.has(id),
    }));
  }

  /** Points by item of the scheme's newest version; items without points stay unknown. */
  private async points(
    context: RequestContext,
    id: FedScheme,
  ): Promise<(item: string) => number | undefined> {
    const published = await this.schemes.newest(context, id);
    const items = published === null ? [] : listItems(published.scheme);
    const points = new Map(
      items.flatMap(({ item }) => (item.points > 0 ? [[item.id, item.points / 100]] : [])),
    );
    return (item) => points.get(item);
  }
}
