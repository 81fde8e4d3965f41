import { Injectable } from '@nestjs/common';
import { plusDays, plusMonths, type PortfolioClient } from '@liangxing/contracts';
import type { ClientReport } from '@liangxing/dossier';
import {
  Audit,
  notFound,
  organizationDay,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
} from '../../../kernel';
import { isSampleOrganization, OrganizationsRepository } from '../../organizations';
import { PortfolioRepository } from '../../portfolio';
import { clientReportOf } from '../client-report-of';
import { ClientWorkRepository } from '../client-work.repository';
import { reportFileName, type ReportFormat } from '../report-file-name';
import type { writeClientReports } from '../write-client-reports.task';

const WRITE = threadTask<typeof writeClientReports>('writeClientReports', { seconds: 300 });

/** How far ahead a report looks. */
const DAYS_AHEAD = 60;
const MOST_AHEAD = 50;

interface ReportFile {
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** What is asked for: which clients, of which month (`2026-11`), in which form. */
interface AskedReports {
  readonly clientIds: readonly string[];
  readonly month: string;
  readonly format: ReportFormat;
}

/**
 * Monthly reports of a consultancy to its clients. Each client is read in its own tenant by its grant, one after the
 * other: nothing of one is in reach while another is read.
 */
@Injectable()
export class ReportToClients {
  constructor(
    private readonly database: TenantDatabase,
    private readonly portfolio: PortfolioRepository,
    private readonly organizations: OrganizationsRepository,
    private readonly work: ClientWorkRepository,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  /** @throws ProblemError not_found where one of them is no client (any more): no report is made then */
  async execute(context: RequestContext, asked: AskedReports, now: Date): Promise<ReportFile> {
    const { clientIds, month, format } = asked;
    const isPacked = clientIds.length > 1;
    let reports: ClientReport[] = [];
    const read = async () => {
      reports = await this.read(context, asked, now);
      return { reports, format, isPacked };
    };
    const content = await this.threads.run(context, WRITE, read, context);
    await this.database.transaction(context, (manager) =>
      this.audit.record(
        manager,
        context,
        'portfolio.reported',
        { type: 'portfolio', id: context.organizationId },
        { month, clients: reports.map(({ enterpriseName }) => enterpriseName) },
      ),
    );
    const [first] = reports;
    if (isPacked || first === undefined) return { fileName: `客户月报-${month}.zip`, content };
    return { fileName: reportFileName(first, format), content };
  }

  private async read(
    context: RequestContext,
    { clientIds, month }: AskedReports,
    now: Date,
  ): Promise<ClientReport[]> {
    const own = await this.database.read(context, (manager) =>
      this.organizations.find(manager, context),
    );
    const consultancyName = own?.name ?? '';
    const reports: ClientReport[] = [];
    for (const clientId of clientIds) {
      const client = await this.portfolio.client(context, clientId);
      if (client === null) throw notFound();
      reports.push(await this.reportOf(context, client, { consultancyName, month, now }));
    }
    return reports;
  }

  private async reportOf(
    context: RequestContext,
    client: PortfolioClient,
    { consultancyName, month, now }: { consultancyName: string; month: string; now: Date },
  ): Promise<ClientReport> {
    const day = organizationDay(now);
    const from = `${month}-01`;
    const before = plusMonths(from, 1);
    const known = {
      client,
      consultancyName,
      month,
      day,
      createdAt: now.toISOString(),
      producer: '良行',
      months: await this.portfolio.months(context, client.id),
      ahead: await this.portfolio.dates(
        context,
        day,
        plusDays(day, DAYS_AHEAD),
        MOST_AHEAD,
        client.id,
      ),
    };
    const grant = await this.portfolio.grant(context, client.id);
    if (grant === null) throw notFound();
    // In the client's tenant; the database finds the grant itself, or refuses.
    const inside = {
      ...context,
      organizationId: client.id,
      actingId: context.organizationId,
      grant,
    };
    return this.database.transaction(inside, async (manager) => {
      const report = clientReportOf({
        ...known,
        isSample: await isSampleOrganization(manager, inside),
        done: await this.work.done(manager, inside, from, before),
        finished: await this.work.finished(manager, inside, from, before),
        due: await this.work.due(manager, inside),
      });
      // The client sees that it was taken out, and by whom.
      const subject = { type: 'organization', id: client.id };
      await this.audit.record(manager, inside, 'portfolio.reported', subject, { month });
      return report;
    });
  }
}
