import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { insertNew, queryRows, takeTurn, type JobContext, type RequestContext } from '../../kernel';
import { ownDueExpression, ownStatusExpression, registerStamp } from '../standards';
import type { CurrencyCheck, LoggedReplacement } from './currency-check';
import type { CheckedStandard } from './currency-report';
import { CurrencyCheckEntity } from './entities/currency-check.entity';
import { CurrencyNoticeChoiceEntity } from './entities/currency-notice-choice.entity';
import { CurrencyNoticeEntity } from './entities/currency-notice.entity';
import { StandardReplacementEntity } from './entities/standard-replacement.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;

interface NoticeRecipient {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** What is told of a replacement. */
const TOLD = {
  ...{ id: true, standardId: true, oldNumber: true, newNumber: true, before: true },
  ...{ versionAfter: true, replacedAt: true, replacedByName: true, undoneAt: true },
  undoneByName: true,
} as const;

/**
 * Tables of currency checks; the tenant is the second argument of each. SQL reads the register, stamps it, and finds who
 * is to be told, all of them of other rooms.
 */
@Injectable()
export class CurrencyRepository {
  /** The register as a check reads it, in its order. */
  standards(manager: EntityManager, tenant: Tenant, day: string): Promise<CheckedStandard[]> {
    return queryRows(
      manager,
      `SELECT s.id, s.version, s.position, s.number, s.title, s.number_kind AS "numberKind", s.level,
         s.identity_key AS "identityKey", s.is_planned AS "isPlanned",
         ${ownStatusExpression('$2')} AS "ownStatus", ${ownDueExpression('$2')} AS "isOwnDue",
         s.status_source AS "statusSource",
         to_char(s.status_checked_on, 'YYYY-MM-DD') AS "statusCheckedOn",
         s.checked_status AS "checkedStatus"
       FROM standards s WHERE s.organization_id = $1 ORDER BY s.position, s.id`,
      [tenant.organizationId, day],
    );
  }

  /** Differs as soon as any row of the register or anything in the catalogue has changed. */
  async stamp(manager: EntityManager, tenant: Tenant): Promise<string> {
    const [row] = await queryRows<{ stamp: string }>(
      manager,
      `SELECT concat_ws(' ',
         ${registerStamp('$1')},
         (SELECT concat_ws(' ', count(*), sum(rows_done), max(updated_at)) FROM catalogue_imports)
       ) AS stamp`,
      [tenant.organizationId],
    );
    return row?.stamp ?? '';
  }

  /** Two checks of one organization take turns until the end of their transactions. */
  async takeTurn(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    await takeTurn(manager, `currency ${organizationId}`);
  }

  async addCheck(
    manager: EntityManager,
    { organizationId, userName }: JobContext,
    check: Pick<CurrencyCheck, 'day' | 'counts' | 'changes'>,
  ): Promise<string> {
    const id = randomUUID();
    const row = { organizationId, id, ...check, checkedByName: userName };
    await manager.insert(CurrencyCheckEntity, row);
    return id;
  }

  lastCheck(manager: EntityManager, { organizationId }: Tenant): Promise<CurrencyCheck | null> {
    return manager.findOne(CurrencyCheckEntity, {
      where: { organizationId },
      order: { checkedAt: 'DESC' },
    });
  }

  findCheck(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<CurrencyCheck | null> {
    return manager.findOneBy(CurrencyCheckEntity, { organizationId, id });
  }

  /**
   * Owners and editors who have not declined.
   * @param mustBeConfirmed only people who have read a mail at their address: it may be a stranger's
   */
  recipients(
    manager: EntityManager,
    { organizationId }: Tenant,
    mustBeConfirmed: boolean,
  ): Promise<NoticeRecipient[]> {
    return queryRows(
      manager,
      `SELECT u.id, u.email, u.name FROM memberships m JOIN users u ON u.id = m.user_id
       LEFT JOIN currency_notice_choices c
         ON c.organization_id = m.organization_id AND c.user_id = m.user_id
       WHERE m.organization_id = $1 AND m.role IN ('owner', 'editor') AND coalesce(c.wants_mail, true)
         AND (u.email_confirmed_at IS NOT NULL OR NOT $2)
       ORDER BY u.id`,
      [organizationId, mustBeConfirmed],
    );
  }

  /** @returns false where that person was told of this check before */
  async claimNotice(
    manager: EntityManager,
    { organizationId }: Tenant,
    checkId: string,
    userId: string,
  ): Promise<boolean> {
    return insertNew(manager, CurrencyNoticeEntity, { organizationId, checkId, userId });
  }

  async releaseNotice(
    manager: EntityManager,
    { organizationId }: Tenant,
    checkId: string,
    userId: string,
  ): Promise<void> {
    await manager.delete(CurrencyNoticeEntity, { organizationId, checkId, userId });
  }

  async wantsMail(
    manager: EntityManager,
    { organizationId, userId, role }: RequestContext,
  ): Promise<boolean> {
    const person = { organizationId, userId };
    const chosen = await manager.findOneBy(CurrencyNoticeChoiceEntity, person);
    return chosen?.wantsMail ?? role !== 'viewer';
  }

  async chooseMail(
    manager: EntityManager,
    { organizationId, userId }: RequestContext,
    wantsMail: boolean,
  ): Promise<void> {
    const choice = { organizationId, userId, wantsMail };
    await manager.upsert(CurrencyNoticeChoiceEntity, choice, ['organizationId', 'userId']);
  }

  async logReplacement(
    manager: EntityManager,
    { organizationId, userId, userName }: RequestContext,
    entry: Pick<
      LoggedReplacement,
      'standardId' | 'oldNumber' | 'newNumber' | 'before' | 'versionAfter'
    >,
  ): Promise<string> {
    const id = randomUUID();
    const author = { replacedBy: userId, replacedByName: userName };
    await manager.insert(StandardReplacementEntity, { organizationId, id, ...entry, ...author });
    return id;
  }

  /** The newest first. */
  log(
    manager: EntityManager,
    { organizationId }: Tenant,
    most = 500,
  ): Promise<LoggedReplacement[]> {
    return manager.find(StandardReplacementEntity, {
      select: TOLD,
      where: { organizationId },
      order: { replacedAt: 'DESC', id: 'ASC' },
      take: most,
    });
  }

  async findReplacement(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<LoggedReplacement | null> {
    return manager.findOne(StandardReplacementEntity, {
      select: TOLD,
      where: { organizationId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async markUndone(
    manager: EntityManager,
    { organizationId, userName }: RequestContext,
    id: string,
  ): Promise<void> {
    await manager.update(
      StandardReplacementEntity,
      { organizationId, id },
      { undoneAt: () => 'now()', undoneByName: userName },
    );
  }
}
