import { Injectable } from '@nestjs/common';
import {
  groupClients,
  matchingClients,
  sideOf,
  sortClients,
  type PortfolioClient,
  type PortfolioView,
} from '@liangxing/contracts';
import {
  organizationDay,
  TakeOut,
  threadTask,
  type RequestContext,
  type TakenOut,
} from '../../../kernel';
import { MOST_CLIENTS } from '../dto/portfolio.dto';
import { PortfolioRepository } from '../portfolio.repository';
import type { writePortfolio } from '../write-portfolio.task';

const WRITE = threadTask<typeof writePortfolio>('writePortfolio', { seconds: 60 });

/** The list of clients as somebody looks at it, as a workbook; that it was taken out is on record. */
@Injectable()
export class ExportPortfolio {
  constructor(
    private readonly portfolio: PortfolioRepository,
    private readonly takeOut: TakeOut,
  ) {}

  execute(context: RequestContext, view: PortfolioView, now: Date): Promise<TakenOut> {
    const side = sideOf(context.language);
    const file = {
      name: side === 'en' ? 'clients' : '客户一览',
      ending: 'xlsx',
      task: WRITE,
      action: 'portfolio.exported',
      subject: 'portfolio',
    } as const;
    return this.takeOut.execute(context, file, async () => {
      const matching = matchingClients(await this.all(context), view, now);
      const groups = groupClients(sortClients(matching, view), view.group);
      const clients = groups.flatMap((group) => group.clients);
      const input = { clients: JSON.stringify(clients), side, day: organizationDay(now) };
      return [input, { rows: clients.length }];
    });
  }

  private async all(context: RequestContext): Promise<PortfolioClient[]> {
    const all: PortfolioClient[] = [];
    for (;;) {
      const page = await this.portfolio.clients(context, all.at(-1)?.id ?? null, MOST_CLIENTS);
      all.push(...page);
      if (page.length < MOST_CLIENTS) return all;
    }
  }
}
