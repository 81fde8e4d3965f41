import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { updateVersion, type RequestContext } from '../../kernel';
import type { Complaint } from './certificate';
import { ComplaintEntity } from './entities/complaint.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** The register of complaints of a body. */
@Injectable()
export class ComplaintsRepository {
  /** The newest first. */
  list(
    manager: EntityManager,
    { organizationId }: Tenant,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<Complaint[]> {
    return manager.find(ComplaintEntity, {
      where: { organizationId },
      order: { receivedOn: 'DESC', id: 'ASC' },
      ...{ skip: offset, take: limit },
    });
  }

  find(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<Complaint | null> {
    return manager.findOneBy(ComplaintEntity, { organizationId, id });
  }

  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    complaint: Omit<Complaint, 'version' | 'answeredOn' | 'answer' | 'answeredByName'>,
  ): Promise<void> {
    await manager.insert(ComplaintEntity, { organizationId, ...complaint });
  }

  /** @returns false where another version is stored */
  answer(
    manager: EntityManager,
    { organizationId }: Tenant,
    { id, version }: Pick<Complaint, 'id' | 'version'>,
    values: Pick<Complaint, 'answer' | 'answeredOn' | 'answeredByName'>,
  ): Promise<boolean> {
    return updateVersion(manager, ComplaintEntity, { organizationId, id, version }, values);
  }
}
