import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import type { Certificate, DueRenewal } from './certificate';
import { CertificateEntity } from './entities/certificate.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** A renewal of which the enterprise is to be told, and the case of its certificate. */
export type NoticedRenewal = Pick<
  Certificate,
  'id' | 'caseId' | 'number' | 'renewFrom' | 'validUntil'
>;

/** A case that renews the certificate and has not come to nothing. */
const APPLIED = `EXISTS (SELECT FROM cases k WHERE k.organization_id = c.organization_id AND k.renews = c.number
  AND k.state NOT IN ('rejected', 'withdrawn', 'refused'))`;

/** Certificates that wait to be renewed. */
const WAITING = `c.organization_id = $1 AND c.renewed_by = '' AND c.state <> 'withdrawn' AND c.valid_until >= $2`;

/** Every question to renewals (复评) of certificates. SQL asks the cases, of another room, whether one was applied for. */
@Injectable()
export class RenewalsRepository {
  /** Of certificates that are not over, which should be applied for up to a day; what ends first at the top. */
  due(
    manager: EntityManager,
    { organizationId }: Tenant,
    today: string,
    until: string,
    most: number,
  ): Promise<DueRenewal[]> {
    return queryRows<DueRenewal>(
      manager,
      `SELECT c.id AS "certificateId", c.number AS "certificateNumber", c.enterprise_name AS "enterpriseName",
         c.renew_from::text AS "renewFrom", c.valid_until::text AS "validUntil",
         c.renewal_noticed_at AS "renewalNoticedAt", ${APPLIED} AS "isApplied"
       FROM certificates c WHERE ${WAITING} AND c.renew_from <= $3
       ORDER BY c.valid_until, c.number LIMIT $4`,
      [organizationId, today, until, most],
    );
  }

  /** Of which nobody was told yet, and which nobody has applied for. */
  toNotice(
    manager: EntityManager,
    { organizationId }: Tenant,
    today: string,
    most: number,
  ): Promise<NoticedRenewal[]> {
    return queryRows<NoticedRenewal>(
      manager,
      `SELECT c.id, c.case_id AS "caseId", c.number, c.renew_from::text AS "renewFrom",
         c.valid_until::text AS "validUntil"
       FROM certificates c WHERE ${WAITING} AND c.renewal_noticed_at IS NULL AND c.renew_from <= $2 AND NOT ${APPLIED}
       ORDER BY c.valid_until, c.id LIMIT $3`,
      [organizationId, today, most],
    );
  }

  /** In the turn of its case. @returns false where the enterprise was told already, or nothing is to be renewed */
  async noticed(
    manager: EntityManager,
    { organizationId }: Tenant,
    { id }: Pick<Certificate, 'id'>,
  ): Promise<boolean> {
    const [one] = await queryRows<{ id: string }>(
      manager,
      `UPDATE certificates SET renewal_noticed_at = now() WHERE organization_id = $1 AND id = $2
         AND renewal_noticed_at IS NULL AND renewed_by = '' AND state <> 'withdrawn' RETURNING id`,
      [organizationId, id],
    );
    return one !== undefined;
  }

  /**
   * One of the same enterprise that can be renewed, and was not yet; nobody else changes it until the transaction ends.
   * @returns null: there is none of that number
   */
  async renewable(
    manager: EntityManager,
    { organizationId }: Tenant,
    number: string,
    enterpriseId: string,
  ): Promise<Pick<Certificate, 'id' | 'number'> | null> {
    const [found] = await queryRows<Pick<Certificate, 'id' | 'number'>>(
      manager,
      `SELECT c.id, c.number FROM certificates c
       JOIN cases k ON k.organization_id = c.organization_id AND k.id = c.case_id
       WHERE c.organization_id = $1 AND c.number = $2 AND k.enterprise_id = $3 AND c.renewed_by = ''
         AND c.state <> 'withdrawn' FOR UPDATE OF c`,
      [organizationId, number, enterpriseId],
    );
    return found ?? null;
  }

  async renewed(
    manager: EntityManager,
    { organizationId }: Tenant,
    { id }: Pick<Certificate, 'id'>,
    renewedBy: string,
  ): Promise<void> {
    await manager.update(CertificateEntity, { organizationId, id }, { renewedBy });
  }
}
