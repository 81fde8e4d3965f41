import { Injectable } from '@nestjs/common';
import {
  placesByCode,
  systemTree,
  type Places,
  type StandardSystem,
  type StructureTree,
} from '@liangxing/system-structure';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import type { BuiltSystem } from './documents/built-system';
import type { DocumentSettings } from './documents/system-part';
import { enterpriseIndustry } from './enterprise-industry';
import { PlacesRepository } from './places.repository';
import { placesOf, systemOf } from './system-state';
import { SystemsRepository } from './systems.repository';

export interface PrimarySystem {
  readonly id: string;
  readonly system: StandardSystem;
  /** Without trimmed branches, by the codes that are shown. */
  readonly tree: StructureTree;
  /** Codes of its nodes by standard id, the main one first. */
  readonly places: Places;
  /** What people chose and wrote for its documents. */
  readonly settings: DocumentSettings;
  readonly built: BuiltSystem;
}

/** The structure that counts for an organization: what it built, if it has built one. */
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
  ): Promise<PrimarySystem | null> {
    const stored = await this.systems.primary(manager, tenant);
    if (stored === null) return null;
    const system = systemOf(stored);
    const places = placesOf(await this.places.json(manager, tenant, stored.id));
    return {
      id: stored.id,
      system,
      tree: systemTree(system),
      places: placesByCode(system, places),
      settings: await this.systems.documentSettings(manager, tenant, stored.id),
      built: { system, places, industry: await enterpriseIndustry(manager, tenant) },
    };
  }
}
