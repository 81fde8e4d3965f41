import { Injectable } from '@nestjs/common';
import type { StandardStatus } from '@liangxing/standard-number';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type JobContext, queryRows, type RequestContext } from '../../kernel';
import {
  ownDueExpression,
  ownStatusExpression,
  registerStamp,
  type StandardRecord,
} from '../standards';
import type { CheckedStandard } from './currency-report';

type Tenant = Pick<RequestContext, 'organizationId'>;

export interface StatusChange {
  readonly standardId: string;
  readonly number: string;
  readonly title: string;
  readonly from: StandardStatus | null;
  readonly to: StandardStatus;
}

export interface CurrencyCheck {
  readonly id: string;
  readonly day: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly changes: readonly StatusChange[];
  readonly checkedAt: Date;
  readonly checkedByName: string;
}

export interface LoggedReplacement {
  readonly id: string;
  readonly standardId: string;
  readonly oldNumber: string;
  readonly newNumber: string;
  readonly before: StandardRecord;
  readonly versionAfter: number;
  readonly replacedAt: Date;
  readonly replacedByName: string;
  readonly undoneAt: Date | null;
  readonly undoneByName: string | null;
}

interface NoticeRecipient {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

const LOG_COLUMNS = `id, standard_id AS "standardId", old_number AS "oldNumber", new_number AS "newNumber",
  before, version_after AS "versionAfter", replaced_at AS "replacedAt",
  replaced_by_name AS "replacedByName", undone_at AS "undoneAt", undone_by_name AS "undoneByName"`;

/** Tables of currency checks; the tenant is the second argument of each. */
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
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('currency'), hashtext($1))`, [
      organizationId,
    ]);
  }

  async addCheck(
    manager: EntityManager,
    context: JobContext,
    check: Pick<CurrencyCheck, 'day' | 'counts' | 'changes'>,
  ): Promise<string> {
    const id = randomUUID();
    await manager.query(
      `INSERT INTO currency_checks (organization_id, id, day, counts, changes, checked_by_name)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        context.organizationId,
        id,
        check.day,
        JSON.stringify(check.counts),
        JSON.stringify(check.changes),
        context.userName,
      ],
    );
    return id;
  }

  async lastCheck(
    manager: EntityManager,
    { organizationId }: Tenant,
  ): Promise<CurrencyCheck | null> {
    return this.oneCheck(manager, 'organization_id = $1 ORDER BY checked_at DESC LIMIT 1', [
      organizationId,
    ]);
  }

  findCheck(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<CurrencyCheck | null> {
    return this.oneCheck(manager, 'organization_id = $1 AND id = $2', [organizationId, id]);
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
    const rows = await queryRows(
      manager,
      `INSERT INTO currency_notices (organization_id, check_id, user_id) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING user_id`,
      [organizationId, checkId, userId],
    );
    return rows.length === 1;
  }

  async releaseNotice(
    manager: EntityManager,
    { organizationId }: Tenant,
    checkId: string,
    userId: string,
  ): Promise<void> {
    await manager.query(
      'DELETE FROM currency_notices WHERE organization_id = $1 AND check_id = $2 AND user_id = $3',
      [organizationId, checkId, userId],
    );
  }

  async wantsMail(manager: EntityManager, context: RequestContext): Promise<boolean> {
    const [row] = await queryRows<{ wants: boolean }>(
      manager,
      `SELECT wants_mail AS wants FROM currency_notice_choices
       WHERE organization_id = $1 AND user_id = $2`,
      [context.organizationId, context.userId],
    );
    return row?.wants ?? context.role !== 'viewer';
  }

  async chooseMail(manager: EntityManager, context: RequestContext, wants: boolean): Promise<void> {
    await manager.query(
      `INSERT INTO currency_notice_choices (organization_id, user_id, wants_mail) VALUES ($1, $2, $3)
       ON CONFLICT (organization_id, user_id) DO UPDATE SET wants_mail = EXCLUDED.wants_mail`,
      [context.organizationId, context.userId, wants],
    );
  }

  async logReplacement(
    manager: EntityManager,
    context: RequestContext,
    entry: Pick<
      LoggedReplacement,
      'standardId' | 'oldNumber' | 'newNumber' | 'before' | 'versionAfter'
    >,
  ): Promise<string> {
    const id = randomUUID();
    await manager.query(
      `INSERT INTO standard_replacements (organization_id, id, standard_id, old_number, new_number,
         before, version_after, replaced_by, replaced_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        context.organizationId,
        id,
        entry.standardId,
        entry.oldNumber,
        entry.newNumber,
        JSON.stringify(entry.before),
        entry.versionAfter,
        context.userId,
        context.userName,
      ],
    );
    return id;
  }

  /** The newest first. */
  log(
    manager: EntityManager,
    { organizationId }: Tenant,
    most = 500,
  ): Promise<LoggedReplacement[]> {
    return queryRows(
      manager,
      `SELECT ${LOG_COLUMNS} FROM standard_replacements WHERE organization_id = $1
       ORDER BY replaced_at DESC, id LIMIT ${Math.trunc(most)}`,
      [organizationId],
    );
  }

  async findReplacement(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<LoggedReplacement | null> {
    const [row] = await queryRows<LoggedReplacement>(
      manager,
      `SELECT ${LOG_COLUMNS} FROM standard_replacements WHERE organization_id = $1 AND id = $2 FOR UPDATE`,
      [organizationId, id],
    );
    return row ?? null;
  }

  async markUndone(manager: EntityManager, context: RequestContext, id: string): Promise<void> {
    await manager.query(
      `UPDATE standard_replacements SET undone_at = now(), undone_by_name = $3
       WHERE organization_id = $1 AND id = $2`,
      [context.organizationId, id, context.userName],
    );
  }

  private async oneCheck(
    manager: EntityManager,
    where: string,
    values: readonly unknown[],
  ): Promise<CurrencyCheck | null> {
    const [row] = await queryRows<CurrencyCheck>(
      manager,
      `SELECT id, to_char(day, 'YYYY-MM-DD') AS day, counts, changes, checked_at AS "checkedAt",
         checked_by_name AS "checkedByName" FROM currency_checks WHERE ${where}`,
      values,
    );
    return row ?? null;
  }
}
