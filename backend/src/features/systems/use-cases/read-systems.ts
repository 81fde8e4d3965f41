import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  notFound,
  organizationDay,
  RequestContext,
  TenantDatabase,
  versionConflict,
} from '../../../kernel';
import { ChangesRepository, type ListedChange } from '../changes.repository';
import { systemDto } from '../dto/system.dto';
import { PlacesRepository } from '../places.repository';
import type {
  CountedStandard,
  PlacedStandard,
  StoredSystem,
  SystemHead,
  SystemView,
} from '../system';
import { countsOf, systemOf } from '../system-state';
import { SystemsRepository } from '../systems.repository';

/** Reads systems, their places and their changes. */
@Injectable()
export class ReadSystems {
  constructor(
    private readonly database: TenantDatabase,
    private readonly systems: SystemsRepository,
    private readonly placesRepository: PlacesRepository,
    private readonly changesRepository: ChangesRepository,
  ) {}

  async list(context: RequestContext): Promise<(SystemHead & { readonly placed: number })[]> {
    return this.database.read(context, (manager) => this.systems.list(manager, context));
  }

  async one(context: RequestContext, id: string): Promise<SystemView> {
    return this.database.readOneInstant(context, (manager) => this.view(manager, context, id));
  }

  /**
   * Inside the caller's transaction.
   * @param known the register with its places, where the caller has them as they are now
   * @throws ProblemError not_found
   */
  async view(
    manager: EntityManager,
    context: RequestContext,
    id: string,
    known?: readonly CountedStandard[],
  ): Promise<SystemView> {
    const stored = await this.systems.find(manager, context, id);
    if (stored === null) throw notFound();
    const standards = known ?? (await this.standards(manager, context, id));
    const placed = standards.filter(({ nodes }) => nodes.length > 0).length;
    const counts = countsOf(systemOf(stored), standards);
    return { stored, counts, standards: standards.length, placed };
  }

  /** @throws ProblemError version_conflict with the system as it stands */
  async conflict(manager: EntityManager, context: RequestContext, id: string): Promise<never> {
    throw versionConflict(systemDto(await this.view(manager, context, id)));
  }

  async whole(
    manager: EntityManager,
    context: Pick<RequestContext, 'organizationId'>,
    id: string,
  ): Promise<{ readonly stored: StoredSystem; readonly standards: PlacedStandard[] }> {
    const stored = await this.systems.find(manager, context, id);
    if (stored === null) throw notFound();
    return { stored, standards: await this.standards(manager, context, id) };
  }

  private standards(
    manager: EntityManager,
    context: Pick<RequestContext, 'organizationId'>,
    id: string,
  ): Promise<PlacedStandard[]> {
    return this.placesRepository.all(manager, context, id, organizationDay(new Date()));
  }

  async places(
    context: RequestContext,
    id: string,
  ): Promise<{ readonly stored: StoredSystem; readonly standards: PlacedStandard[] }> {
    return this.database.readOneInstant(context, (manager) => this.whole(manager, context, id));
  }

  async changes(context: RequestContext, id: string): Promise<ListedChange[]> {
    return this.database.read(context, async (manager) => {
      if ((await this.systems.find(manager, context, id)) === null) throw notFound();
      return this.changesRepository.list(manager, context, id, LATEST_CHANGES);
    });
  }
}

const LATEST_CHANGES = 100;
