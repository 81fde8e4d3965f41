import { plusDays } from '@liangxing/contracts';
import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  Allow,
  Context,
  downloadHeaders,
  IfMatch,
  Limit,
  NeedsIfMatch,
  notFound,
  organizationDay,
  RequestContext,
  sendJson,
  TenantDatabase,
  XLSX,
} from '../../kernel';
import {
  ClientPageDto,
  ClientsPageDto,
  ClientsQueryDto,
  DatesDto,
  DatesQueryDto,
  MOST_DATES,
  PortfolioClientDto,
} from './dto/portfolio.dto';
import { ExportPortfolioDto, SaveViewsDto, ViewsDto, viewOf } from './dto/portfolio-view.dto';
import { PortfolioRepository } from './portfolio.repository';
import { ExportPortfolio } from './use-cases/export-portfolio';
import { SaveViews } from './use-cases/save-views';
import { ViewsRepository, type StoredViews } from './views.repository';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });
/** How far ahead the page of a client looks. */
const DAYS_AHEAD = 92;
/** On the page of a client. */
const MOST_OF_CLIENT = 200;

@ApiTags('portfolio')
@Controller('organizations/:organizationId/portfolio')
export class PortfolioController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly portfolio: PortfolioRepository,
    private readonly views: ViewsRepository,
    private readonly saving: SaveViews,
    private readonly exporting: ExportPortfolio,
  ) {}

  @Get('clients')
  @Allow('portfolio:use')
  @ApiOperation({
    operationId: 'portfolio_clients',
    summary: 'Clients with their figures, as far as their grants open them',
  })
  @ApiOkResponse({ type: ClientsPageDto })
  async clients(
    @Context() context: RequestContext,
    @Query() { behind, limit }: ClientsQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.portfolio.written(context, behind ?? null, limit);
    const next = found.length < limit ? null : (found.at(-1)?.id ?? null);
    const clients = found.map(({ json }) => json).join();
    sendJson(response, { json: `{"clients":[${clients}],"next":${JSON.stringify(next)}}` });
  }

  @Get('clients/:clientId')
  @Allow('portfolio:use')
  @ApiOperation({
    operationId: 'portfolio_client',
    summary: 'One client: figures, trend, what is overdue and what is next',
  })
  @ApiOkResponse({ type: ClientPageDto })
  async client(
    @Context() context: RequestContext,
    @Param('clientId', idPipe) clientId: string,
  ): Promise<ClientPageDto> {
    const client = await this.portfolio.client(context, clientId);
    if (client === null) throw notFound();
    const today = organizationDay(new Date());
    const until = plusDays(today, DAYS_AHEAD);
    const dates = (from: string | null, before: string) =>
      this.portfolio.dates(context, from, before, MOST_OF_CLIENT, clientId);
    return {
      client: PortfolioClientDto.of(client),
      months: await this.portfolio.months(context, clientId),
      overdue: await dates(null, today),
      upcoming: await dates(today, until),
    };
  }

  @Get('dates')
  @Allow('portfolio:use')
  @ApiOperation({
    operationId: 'portfolio_dates',
    summary: 'What is overdue at all clients, or due between two days',
  })
  @ApiOkResponse({ type: DatesDto })
  async dates(
    @Context() context: RequestContext,
    @Query() { from, to }: DatesQueryDto,
  ): Promise<DatesDto> {
    const before = to === undefined ? organizationDay(new Date()) : plusDays(to, 1);
    const dates = await this.portfolio.dates(context, from ?? null, before, MOST_DATES + 1);
    return { dates: dates.slice(0, MOST_DATES), isCut: dates.length > MOST_DATES };
  }

  @Get('export')
  @Allow('portfolio:use')
  @Limit('document')
  @ApiOperation({ operationId: 'portfolio_export', summary: 'The list of clients as a workbook' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @Context() context: RequestContext,
    @Query() query: ExportPortfolioDto,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, content } = await this.exporting.execute(context, viewOf(query), new Date());
    response.set(downloadHeaders(fileName, XLSX, 'attachment')).send(content);
  }

  @Get('views')
  @Allow('portfolio:use')
  @ApiOperation({ operationId: 'portfolio_views', summary: 'The own saved views' })
  @ApiOkResponse({ type: ViewsDto })
  async saved(@Context() context: RequestContext): Promise<ViewsDto> {
    const found = await this.database.read(context, (manager) => this.views.find(manager, context));
    return viewsDto(found);
  }

  @Put('views')
  @Allow('portfolio:use')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'portfolio_saveViews',
    summary: 'All of the own saved views; If-Match "0" at first',
  })
  @ApiOkResponse({ type: ViewsDto })
  async save(
    @Context() context: RequestContext,
    @IfMatch() version: number,
    @Body() { views }: SaveViewsDto,
  ): Promise<ViewsDto> {
    return viewsDto(await this.saving.execute(context, version, views));
  }
}

function viewsDto({ views, version }: StoredViews): ViewsDto {
  return { views: [...views], version };
}
