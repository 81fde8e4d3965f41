import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  HandlesJob,
  jobKind,
  JobQueue,
  organizationDay,
  ProblemError,
  Quotas,
  TenantDatabase,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import { InvitationMail } from '../../organizations';
import { ClientsRepository } from '../clients.repository';
import { problemOfDays } from '../days-of-terms';
import { thereAlready } from '../import/check-client-rows';
import { ClientImportsRepository } from '../import/client-imports.repository';
import type { ClientRowProblem, ImportedRow } from '../import/client-row';
import { OffersRepository } from '../offers.repository';
import { SEND_OFFER } from './send-offer';

interface ImportedOffers {
  readonly context: JobContext;
  readonly importId: string;
  /** Of the import: a job that was done before, or twice, does nothing. */
  readonly run: number;
}

/** Offers the rows of a workbook that wait, as many as the limits of mails let out; the rest waits for the next turn. */
export const OFFER_IMPORTED = jobKind<ImportedOffers>('engagements.offer-imported');

/** Rows of one transaction. */
const AT_ONCE = 50;
/** Limits are counted by the hour and by the day. */
const SECONDS_TO_NEXT_TURN = 30 * 60;

@Injectable()
@HandlesJob(OFFER_IMPORTED)
export class OfferImported implements JobHandler<ImportedOffers> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly imports: ClientImportsRepository,
    private readonly offers: OffersRepository,
    private readonly clients: ClientsRepository,
    private readonly mail: InvitationMail,
    private readonly quotas: Quotas,
    private readonly audit: Audit,
    private readonly jobs: JobQueue,
  ) {}

  async handle(job: ImportedOffers, signal: AbortSignal): Promise<void> {
    const { context, importId } = job;
    const stored = await this.database.read(context, (manager) =>
      this.imports.find(manager, context, importId),
    );
    if (stored === null || stored.run !== job.run) return;
    const waiting = stored.rows.filter(({ state }) => state === 'waiting');
    let isLetOut = true;
    for (let at = 0; isLetOut && at < waiting.length; at += AT_ONCE) {
      signal.throwIfAborted();
      const rows = waiting.slice(at, at + AT_ONCE);
      const counted = await this.counted(context, rows);
      isLetOut = counted.isLetOut;
      await this.offerCounted(job, counted.emails);
    }
    await this.orderNextTurn(job);
  }

  /** Counts take connections of their own: outside of every transaction. */
  private async counted(
    context: JobContext,
    rows: readonly ImportedRow[],
  ): Promise<{ readonly emails: readonly string[]; readonly isLetOut: boolean }> {
    const emails: string[] = [];
    for (const { email } of rows) {
      const refusal = await this.mail.refusalOf(context, email);
      if (refusal === 'over_limit') return { emails, isLetOut: false };
      if (refusal === null) emails.push(email);
    }
    return { emails, isLetOut: true };
  }

  private async offerCounted(job: ImportedOffers, emails: readonly string[]): Promise<void> {
    let offered: readonly string[] = [];
    try {
      offered = await this.database.transaction(job.context, (manager) =>
        this.offer(manager, job, new Set(emails)),
      );
    } finally {
      await this.mail.giveBack(emails.filter((email) => !offered.includes(email)));
    }
  }

  /** @returns the addresses to which an offer was made */
  private async offer(
    manager: EntityManager,
    { context, importId, run }: ImportedOffers,
    emails: ReadonlySet<string>,
  ): Promise<readonly string[]> {
    if (emails.size === 0) return [];
    const { organizationId, userId } = context;
    const stored = await this.imports.take(manager, context, importId);
    if (stored?.run !== run) return [];
    const isMember = (await this.clients.lockMembers(manager, context, [userId])).length === 1;
    const partners = await this.imports.partners(manager, context);
    const today = organizationDay(new Date());
    const rows: ImportedRow[] = [];
    const offered: string[] = [];
    for (const row of stored.rows) {
      const isMeant = row.state === 'waiting' && emails.has(row.email);
      if (!isMeant) {
        rows.push(row);
        continue;
      }
      const problem: ClientRowProblem | null =
        (isMember ? null : 'sender_gone') ??
        thereAlready(row, partners) ??
        problemOfDays(row, today) ??
        (await this.overQuota(manager, organizationId)) ??
        (await this.insert(manager, context, row));
      if (problem === null) offered.push(row.email);
      rows.push(
        problem === null
          ? { ...row, state: 'offered' }
          : { ...row, state: 'problem', problems: [problem] },
      );
    }
    await this.imports.keep(manager, context, importId, { rows });
    return offered;
  }

  /** Refused before anything is written: the transaction goes on. */
  private async overQuota(
    manager: EntityManager,
    organizationId: string,
  ): Promise<'over_quota' | null> {
    try {
      await this.quotas.require(manager, organizationId, 'clients');
      return null;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'quota_clients') return 'over_quota';
      throw error;
    }
  }

  private async insert(
    manager: EntityManager,
    context: JobContext,
    {
      name,
      creditCode,
      note: reason,
      email,
      assigneeIds,
      readable,
      writable,
      from,
      until,
    }: ImportedRow,
  ): Promise<'already_offered' | null> {
    const id = await this.offers.insert(manager, context, {
      ...{ offeredBy: 'consultancy', partner: { id: null, name, creditCode }, email, assigneeIds },
      ...{ readable, writable, from, until, reason },
    });
    if (id === null) return 'already_offered';
    await this.audit.record(manager, context, 'engagement.offered', { type: 'engagement', id });
    await this.jobs.enqueue(manager, SEND_OFFER, { context, offerId: id });
    return null;
  }

  private async orderNextTurn(job: ImportedOffers): Promise<void> {
    const { context, importId } = job;
    await this.database.transaction(context, async (manager) => {
      const stored = await this.imports.take(manager, context, importId);
      if (stored?.run !== job.run || !stored.rows.some(({ state }) => state === 'waiting')) return;
      const run = job.run + 1;
      await this.imports.keep(manager, context, importId, { run });
      const startAfterSeconds = SECONDS_TO_NEXT_TURN;
      await this.jobs.enqueue(manager, OFFER_IMPORTED, { ...job, run }, { startAfterSeconds });
    });
  }
}
