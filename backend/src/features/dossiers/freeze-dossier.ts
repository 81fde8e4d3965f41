import { canonicalJson, snapshotSha256 } from '@liangxing/dossier';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PRODUCT_VERSION } from '../../config/product';
import { Config, type RequestContext } from '../../kernel';
import type { Dossier } from './dossier';
import type { DossierMaterial } from './dossier-material';
import { DossiersRepository } from './dossiers.repository';
import { buildSnapshot } from './snapshot/build-snapshot';
import { numberEvidence } from './snapshot/evidence-part';

/** Name and version for the PDF's producer field. */
const producer = `良行 Liangxing ${PRODUCT_VERSION}`;

/** Stores what an ordered dossier shows, for good: the worker renders it and reads nothing else. */
@Injectable()
export class FreezeDossier {
  constructor(
    private readonly dossiers: DossiersRepository,
    private readonly config: Config,
  ) {}

  /** @param material the very material that the checker has passed */
  async execute(
    manager: EntityManager,
    tenant: Pick<RequestContext, 'organizationId'>,
    { id, number, code, createdAt }: Dossier,
    material: DossierMaterial,
  ): Promise<void> {
    const verifyUrl = `${this.config.publicUrl}/verify/${code}`;
    const snapshot = buildSnapshot(material, { number, createdAt, code, verifyUrl, producer });
    const { basic, bonus, total, grade, isProvisional } = snapshot.result;
    await this.dossiers.freeze(manager, tenant, id, {
      snapshot: canonicalJson(snapshot),
      snapshotSha256: snapshotSha256(snapshot),
      grade,
      basic,
      bonus,
      total,
      routeId: material.score.routeId,
      isProvisional,
    });
    const listed = numberEvidence(material.scheme, material.evidence);
    await this.dossiers.holdEvidence(
      manager,
      tenant,
      id,
      listed.map((proof) => proof.material),
    );
  }
}
