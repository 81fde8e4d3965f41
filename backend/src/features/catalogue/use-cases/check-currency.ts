/** The check that leaves a trace: findings go to the rows of the register, changes into a list, and mail to who wants it. */
import { Injectable } from '@nestjs/common';
import {
  HandlesJob,
  type JobContext,
  jobContextOf,
  type JobData,
  type JobHandler,
  jobKind,
  JobQueue,
  organizationDay,
  PlatformDatabase,
  TenantDatabase,
} from '../../../kernel';
import { REGISTER_CHANGED, StandardsRepository } from '../../standards';
import type { CurrencyRow } from '../currency-report';
import type { StatusChange } from '../currency-check';
import { CurrencyRepository } from '../currency.repository';
import { SEND_CURRENCY_NOTICE } from './send-currency-notice';
import { ReadCurrency } from './read-currency';

/** Once a day in every organization that has a register. */
export const CHECK_CURRENCY = jobKind<JobData>('catalogue.check-currency', {
  everyMinutes: 24 * 60,
});

/** What a person should hear of: a standard is out of force, or will be. */
const NEWS: readonly string[] = ['replaced', 'withdrawn', 'ending'];

interface CheckOutcome {
  readonly changes: readonly StatusChange[];
  /** Null where nothing changed, so that no check was added. */
  readonly checkId: string | null;
}

/** The finding of the catalogue about a row; null where it has none. */
function findingOf(row: CurrencyRow): CurrencyRow['status'] | null {
  return row.basis === 'dates' || row.basis === 'claim' ? row.status : null;
}

@Injectable()
export class CheckCurrency {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reading: ReadCurrency,
    private readonly currency: CurrencyRepository,
    private readonly standards: StandardsRepository,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * Compares with the findings noted at the rows. The same check again finds no change, writes nothing but its day, and
   * tells no one.
   * @param notify mail what is out of force now
   */
  async execute(context: JobContext, now: Date, notify: boolean): Promise<CheckOutcome> {
    const day = organizationDay(now);
    return this.database.transaction(context, async (manager) => {
      await this.currency.takeTurn(manager, context);
      const report = await this.reading.report(manager, context, day);
      const changed = report.rows.filter((row) => findingOf(row) !== row.standard.checkedStatus);
      const last = await this.currency.lastCheck(manager, context);
      if (changed.length === 0 && last?.day === day) return { changes: [], checkId: null };
      await this.standards.noteFindings(
        manager,
        context,
        day,
        changed.map((row) => ({ id: row.standard.id, status: findingOf(row) })),
      );
      const changes = changed.map(({ standard, status }) => ({
        standardId: standard.id,
        number: standard.number,
        title: standard.title,
        from: standard.checkedStatus,
        to: status,
      }));
      const check = { day, counts: report.counts(), changes };
      const checkId = await this.currency.addCheck(manager, context, check);
      if (notify && changes.some(({ to }) => NEWS.includes(to)))
        await this.jobs.enqueue(manager, SEND_CURRENCY_NOTICE, {
          context: jobContextOf(context),
          checkId,
        });
      return { changes, checkId };
    });
  }
}

@Injectable()
@HandlesJob(CHECK_CURRENCY)
export class CheckCurrencyJob implements JobHandler<JobData> {
  constructor(
    private readonly checking: CheckCurrency,
    private readonly platform: PlatformDatabase,
  ) {}

  organizationsWithWork(): Promise<string[]> {
    return this.platform.organizations('app.organizations_to_check()');
  }

  async handle({ context }: JobData): Promise<void> {
    await this.checking.execute(context, new Date(), true);
  }
}

/** After an import or a number typed in: what is out of force is told without a click. Nobody is mailed. */
@Injectable()
@HandlesJob(REGISTER_CHANGED)
export class CheckChangedRegister implements JobHandler<JobData> {
  constructor(private readonly checking: CheckCurrency) {}

  async handle({ context }: JobData): Promise<void> {
    await this.checking.execute(context, new Date(), false);
  }
}
