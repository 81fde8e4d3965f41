import { Injectable } from '@nestjs/common';
import { itemsByNode, listItems, type Scheme } from '@liangxing/scheme';
import {
  templateOfForm,
  type Coverage,
  type Industry,
  type NextStep,
  type NodeHolding,
  type StructureTemplateId,
} from '@liangxing/system-structure';
import {
  KeptByStamp,
  notFound,
  organizationDay,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
} from '../../../kernel';
import { SchemeCatalogue } from '../../schemes';
import { measureSystem, type MeasuredSystem } from '../coverage/measure-system.task';
import { SystemStampsRepository } from '../coverage/system-stamps.repository';
import { enterpriseKind, type EnterpriseKind } from '../enterprise-kind';
import { PlacesRepository } from '../places.repository';
import type { StoredSystem } from '../system';
import { systemOf } from '../system-state';
import { SystemsRepository } from '../systems.repository';

const MEASURE = threadTask<typeof measureSystem>('measureSystem', { seconds: 30, isForPage: true });

/** Of all that is kept, in ids of standards and expectations; some ten megabytes. */
const MOST_KEPT = 200_000;

export interface SystemCoverage {
  readonly stored: StoredSystem;
  readonly industry: Industry;
  readonly coverage: Coverage;
}

/** How far an organization is, and what it should do next; also before it has a system. */
export interface SystemProgress {
  readonly stored: StoredSystem | null;
  readonly industry: Industry;
  /** Id of the scheme that evaluates systems of that form; null where none is published. */
  readonly scheme: string | null;
  readonly coverage: Coverage | null;
  readonly steps: readonly NextStep[];
  readonly holdings: readonly NodeHolding[];
}

interface ReadSystem extends EnterpriseKind {
  readonly stored: StoredSystem | null;
  readonly places: string;
  readonly register: string;
}

/** Compares a system with what a complete one of the enterprise's industry holds. */
@Injectable()
export class ReadCoverage {
  private readonly kept = new KeptByStamp<SystemProgress>({
    most: MOST_KEPT,
    sizeOf: ({ coverage, steps, holdings }) =>
      holdings.length +
      (coverage?.byExpectation.length ?? 0) +
      steps.reduce((sum, { standards }) => sum + 1 + standards.length, 0),
  });

  constructor(
    private readonly database: TenantDatabase,
    private readonly systems: SystemsRepository,
    private readonly places: PlacesRepository,
    private readonly schemes: SchemeCatalogue,
    private readonly stamps: SystemStampsRepository,
    private readonly threads: ThreadPool,
  ) {}

  /** @param industry instead of the one that the profile tells */
  async execute(
    context: RequestContext,
    id: string,
    industry: Industry | undefined,
  ): Promise<SystemCoverage> {
    const { stored, coverage, ...rest } = await this.measure(context, id, industry);
    if (stored === null || coverage === null) throw notFound();
    return { ...rest, stored, coverage };
  }

  /** Of the primary system. */
  progress(context: RequestContext): Promise<SystemProgress> {
    return this.measure(context, null, undefined);
  }

  /** Worked out anew only where system, register, profile, scheme or day have changed since. */
  private async measure(
    context: RequestContext,
    id: string | null,
    told: Industry | undefined,
  ): Promise<SystemProgress> {
    const found = await this.stamps.read(context, id);
    if (id !== null && found.id === null) throw notFound();
    const day = organizationDay(new Date());
    const key = [context.organizationId, found.id ?? '', told ?? ''].join(' ');
    const stamp = [day, found.stamp].join(' ');
    return this.kept.of(key, stamp, async () => {
      const scheme = await this.schemeOf(found.templateId ?? 'gb-t-15496-2017');
      const read: { stored: StoredSystem | null; industry: Industry } = {
        stored: null,
        industry: 'manufacturing',
      };
      const given = async (): Promise<MeasuredSystem> => {
        const { stored, ...rest } = await this.read(context, found.id, day, told);
        Object.assign(read, { stored, industry: rest.industry });
        return { ...rest, system: stored === null ? null : systemOf(stored), ...askedBy(scheme) };
      };
      // Not ended with the request that happens to be the first: others wait for the same.
      const measured = found.isLarge
        ? await this.threads.run(context, MEASURE, given)
        : measureSystem(await given());
      return { ...read, scheme: scheme?.id ?? null, ...measured };
    });
  }

  private read(
    context: RequestContext,
    id: string | null,
    day: string,
    told: Industry | undefined,
  ): Promise<ReadSystem> {
    return this.database.readOneInstant(context, async (manager) => {
      const stored = id === null ? null : await this.systems.find(manager, context, id);
      if (id !== null && stored === null) throw notFound();
      return {
        stored,
        ...(await enterpriseKind(manager, context, told)),
        places: id === null ? '[]' : await this.places.json(manager, context, id),
        register: await this.places.measured(manager, context, day),
      };
    });
  }

  /** The first of the shipped schemes, by id, that evaluates systems of a form; what the packs say. */
  private async schemeOf(templateId: StructureTemplateId): Promise<Scheme | null> {
    const shipped = await this.schemes.listShipped();
    const found = shipped.find(
      ({ scheme: { form } }) => form !== undefined && templateOfForm(form) === templateId,
    );
    return found?.scheme ?? null;
  }
}

/** What a scheme asks of the nodes, and the points of its items; those without stay unknown. */
function askedBy(scheme: Scheme | null): Pick<MeasuredSystem, 'items' | 'points'> {
  if (scheme === null) return { items: {}, points: {} };
  const rated = listItems(scheme).filter(({ item }) => item.points > 0);
  return {
    items: itemsByNode(scheme),
    points: Object.fromEntries(rated.map(({ item }) => [item.id, item.points / 100])),
  };
}
