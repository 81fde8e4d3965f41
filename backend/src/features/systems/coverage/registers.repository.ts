import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeptByStamp, queryJson, queryRows, type RequestContext } from '../../../kernel';
import { registerStamp, statusExpression } from '../../standards';
import { registerOf, type RegisterRow } from './register-row';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Rows of all that is kept: some forty megabytes. */
const MOST_KEPT = 50_000;

/** A register as far as systems depend on it. */
export class SystemRegister {
  private read: readonly RegisterRow[] | undefined;

  /** @param text for a thread, and its `registerOf` */
  constructor(
    readonly text: string,
    readonly size: number,
  ) {}

  /** In the order of the register. */
  get rows(): readonly RegisterRow[] {
    return (this.read ??= registerOf(this.text));
  }
}

/** Reads registers, each once for as long as nothing in it changes: thousands of rows, and each step needs all of them. */
@Injectable()
export class RegistersRepository {
  private readonly kept = new KeptByStamp<SystemRegister>({
    most: MOST_KEPT,
    sizeOf: ({ size }) => size,
  });

  /** @param day of the question which standards are out of force */
  async read(manager: EntityManager, tenant: Tenant, day: string): Promise<SystemRegister> {
    const { organizationId } = tenant;
    const sql = `SELECT ${registerStamp('$1')} AS stamp`;
    const [row] = await queryRows<{ stamp: string }>(manager, sql, [organizationId]);
    return this.of(manager, tenant, day, row?.stamp ?? '');
  }

  /** @param stamp of the register, read in the same transaction */
  of(
    manager: EntityManager,
    { organizationId }: Tenant,
    day: string,
    stamp: string,
  ): Promise<SystemRegister> {
    return this.kept.of(organizationId, `${day} ${stamp}`, async () => {
      const { text, rows } = await queryJson(
        manager,
        `SELECT id, number, title, level, is_planned AS "isPlanned", system_code AS "systemCode",
           (${statusExpression('$2')}) IN ('replaced', 'withdrawn') AS "isOutOfForce"
         FROM standards s WHERE organization_id = $1 ORDER BY position, id`,
        [organizationId, day],
      );
      return new SystemRegister(text, rows);
    });
  }
}
