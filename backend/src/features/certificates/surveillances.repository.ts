import { plusDays, SURVEILLANCE_NOTICE_DAYS } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import type { DueSurveillance, Surveillance } from './certificate';
import { SurveillanceEntity } from './entities/surveillance.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Place = Pick<Surveillance, 'certificateId' | 'number'>;

/** A surveillance of which the enterprise is to be told, and its case. */
export interface NoticedSurveillance extends Place {
  readonly caseId: string;
  readonly dueOn: string;
}

/** Every question to surveillances. SQL joins them with their certificates, which tell whether they are still due. */
@Injectable()
export class SurveillancesRepository {
  async plan(
    manager: EntityManager,
    { organizationId }: Tenant,
    certificateId: string,
    days: readonly string[],
  ): Promise<void> {
    const rows = days.map((dueOn, index) => ({
      ...{ organizationId, certificateId, number: index + 1, dueOn },
    }));
    if (rows.length > 0) await manager.insert(SurveillanceEntity, rows);
  }

  list(
    manager: EntityManager,
    { organizationId }: Tenant,
    certificateId: string,
  ): Promise<Surveillance[]> {
    return manager.find(SurveillanceEntity, {
      where: { organizationId, certificateId },
      order: { number: 'ASC' },
    });
  }

  /** Without a result, of certificates that are not over, due up to a day; what is due first at the top. */
  due(
    manager: EntityManager,
    { organizationId }: Tenant,
    today: string,
    until: string,
    most: number,
  ): Promise<DueSurveillance[]> {
    return queryRows<DueSurveillance>(
      manager,
      `SELECT s.certificate_id AS "certificateId", s.number, s.due_on::text AS "dueOn",
         s.noticed_at AS "noticedAt", c.number AS "certificateNumber", c.enterprise_name AS "enterpriseName"
       FROM surveillances s JOIN certificates c ON c.organization_id = s.organization_id AND c.id = s.certificate_id
       WHERE s.organization_id = $1 AND s.result IS NULL AND s.due_on <= $3
         AND c.state <> 'withdrawn' AND c.valid_until >= $2
       ORDER BY s.due_on, c.number LIMIT $4`,
      [organizationId, today, until, most],
    );
  }

  /** Of which nobody was told yet, and which come near. */
  toNotice(
    manager: EntityManager,
    { organizationId }: Tenant,
    today: string,
    most: number,
  ): Promise<NoticedSurveillance[]> {
    return queryRows<NoticedSurveillance>(
      manager,
      `SELECT s.certificate_id AS "certificateId", s.number, s.due_on::text AS "dueOn", c.case_id AS "caseId"
       FROM surveillances s JOIN certificates c ON c.organization_id = s.organization_id AND c.id = s.certificate_id
       WHERE s.organization_id = $1 AND s.result IS NULL AND s.noticed_at IS NULL AND s.due_on <= $3
         AND c.state <> 'withdrawn' AND c.valid_until >= $2
       ORDER BY s.due_on, s.certificate_id LIMIT $4`,
      [organizationId, today, plusDays(today, SURVEILLANCE_NOTICE_DAYS), most],
    );
  }

  /** @returns false where the enterprise was told already */
  async noticed(
    manager: EntityManager,
    { organizationId }: Tenant,
    { certificateId, number }: Place,
  ): Promise<boolean> {
    const place = { organizationId, certificateId, number, noticedAt: IsNull(), result: IsNull() };
    const { affected } = await manager.update(SurveillanceEntity, place, {
      noticedAt: () => 'now()',
    });
    return affected === 1;
  }

  /** @returns false where a result was recorded already */
  async record(
    manager: EntityManager,
    { organizationId, userName }: Tenant & Pick<RequestContext, 'userName'>,
    { certificateId, number }: Place,
    { result, note, doneOn }: Pick<Surveillance, 'result' | 'note' | 'doneOn'>,
  ): Promise<boolean> {
    const place = { organizationId, certificateId, number, result: IsNull() };
    const { affected } = await manager.update(SurveillanceEntity, place, {
      ...{ result, note: note.trim(), doneOn, recordedByName: userName },
      recordedAt: () => 'now()',
    });
    return affected === 1;
  }
}
