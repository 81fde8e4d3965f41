import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { enterpriseKind } from './enterprise-kind';
import { PlacesRepository } from './places.repository';
import type { PrimarySystemSource } from './primary-system-source';
import { SystemsRepository } from './systems.repository';

/** The structure that counts for an organization: what it built, if it has built one; `primarySystemOf` reads it. */
@Injectable()
export class PrimarySystemReader {
  constructor(
    private readonly systems: SystemsRepository,
    private readonly places: PlacesRepository,
  ) {}

  /** null: the organization has no system yet. */
  async read(
    manager: EntityManager,
    tenant: Pick<RequestContext, 'organizationId'>,
  ): Promise<PrimarySystemSource | null> {
    const stored = await this.systems.primary(manager, tenant);
    if (stored === null) return null;
    const { id, name, templateId, document } = stored;
    return {
      stored: { id, name, templateId, document },
      places: await this.places.json(manager, tenant, id),
      settings: await this.systems.documentSettings(manager, tenant, id),
      kind: await enterpriseKind(manager, tenant),
    };
  }
}
