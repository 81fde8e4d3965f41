/** What was noted by mistake is taken back: the rows get the state again that they had before it. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  organizationDay,
  ProblemError,
  RequestContext,
  TenantDatabase,
} from '../../../kernel';
import {
  recordOf,
  StandardsRepository,
  type StandardRecord,
  type StandardRow,
} from '../../standards';
import { CurrencyRepository } from '../currency.repository';
import type { StateBefore, StoredVerification } from '../verification';
import { VerificationsRepository } from '../verifications.repository';

interface UndoneVerifications {
  readonly undone: number;
  /** Rows that say something else meanwhile, or are gone. */
  readonly left: number;
}

/** Where nobody knows what stood there: nothing is known of its state. */
const UNKNOWN: StateBefore = { statusClaimed: null, statusCheckedOn: null, statusSource: '' };

export const stateOf = ({
  statusClaimed,
  statusCheckedOn,
  statusSource,
}: StandardRecord): StateBefore => ({ statusClaimed, statusCheckedOn, statusSource });

/** Whether the row still says what was noted; what else was changed in it stays. */
function holds(row: StandardRow, { result, checkedOn, source }: StoredVerification): boolean {
  const { statusClaimed, statusCheckedOn, statusSource } = recordOf(row);
  return statusClaimed === result && statusCheckedOn === checkedOn && statusSource === source;
}

@Injectable()
export class TakeBackVerifications {
  constructor(
    private readonly database: TenantDatabase,
    private readonly standards: StandardsRepository,
    private readonly currency: CurrencyRepository,
    private readonly verifications: VerificationsRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * The same again changes nothing more. Pictures stay with the evidence.
   * @throws ProblemError not_found; verification_changed_since where the only row says something else meanwhile
   */
  async execute(
    context: RequestContext,
    ids: readonly string[],
    now: Date,
  ): Promise<UndoneVerifications> {
    return this.database.transaction(context, async (manager) => {
      await this.currency.takeTurn(manager, context);
      const stored = await this.verifications.toTakeBack(manager, context, ids);
      if (stored.length === 0) throw notFound();
      const open = stored.filter(({ undoneAt }) => undoneAt === null);
      const done = await this.putBack(manager, context, open, organizationDay(now));
      if (stored.length === 1 && open.length === 1 && done.length === 0)
        throw new ProblemError('verification_changed_since');
      await this.note(manager, context, done);
      const undone = stored.length - open.length + done.length;
      return { undone, left: new Set(ids).size - undone };
    });
  }

  /** @param open newest first: of one standard only the newest can be in its row */
  private async putBack(
    manager: EntityManager,
    context: RequestContext,
    open: readonly StoredVerification[],
    day: string,
  ): Promise<StoredVerification[]> {
    // What no row of the register holds is taken back by saying so.
    const watched = open.filter(({ isWatched }) => isWatched);
    const standardIds = [...new Set(open.map(({ standardId }) => standardId))];
    const rows = await this.standards.some(manager, context, day, standardIds);
    const changes = rows.flatMap((row) => {
      const verification = open.find(({ standardId }) => standardId === row.id);
      if (verification === undefined || !holds(row, verification)) return [];
      const record = { ...recordOf(row), ...(verification.before ?? UNKNOWN) };
      return [{ id: row.id, version: row.version, record, verification }];
    });
    const written = await this.standards.update(manager, context, changes);
    return [
      ...watched,
      ...changes.flatMap(({ id, verification }) => (written.has(id) ? [verification] : [])),
    ];
  }

  private async note(
    manager: EntityManager,
    context: RequestContext,
    done: readonly StoredVerification[],
  ): Promise<void> {
    if (done.length === 0) return;
    const ids = done.map(({ id }) => id);
    await this.verifications.markUndone(manager, context, ids);
    const subject = { type: 'register', id: context.organizationId };
    const standardIds = done.map(({ standardId }) => standardId);
    const details = { ids: standardIds };
    await this.audit.record(manager, context, 'standards.verification_undone', subject, details);
  }
}
