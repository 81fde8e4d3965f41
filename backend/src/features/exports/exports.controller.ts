import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow, Context, Limit, notFound, RequestContext, TenantDatabase } from '../../kernel';
import { OrganizationExportDto } from './export.dto';
import { ExportsRepository } from './exports.repository';
import { DownloadExport } from './use-cases/download-export';
import { OrderExport } from './use-cases/order-export';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

/** Everything as one file: for who leads the organization, however it stands. */
@ApiTags('organizations')
@Controller('organizations/:organizationId/exports')
export class ExportsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly exports: ExportsRepository,
    private readonly order: OrderExport,
    private readonly download: DownloadExport,
  ) {}

  @Get()
  @Allow('organizations:export')
  @ApiOperation({ operationId: 'exports_list', summary: 'Exports of everything, newest first' })
  @ApiOkResponse({ type: [OrganizationExportDto] })
  async list(@Context() context: RequestContext): Promise<OrganizationExportDto[]> {
    const found = await this.database.read(context, (manager) =>
      this.exports.list(manager, context),
    );
    return found.map(OrganizationExportDto.of);
  }

  @Post()
  @Allow('organizations:export')
  @Limit('export_everything')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'exports_order',
    summary: 'Order an export of everything, or see the one that is underway',
  })
  @ApiOkResponse({ type: OrganizationExportDto })
  async create(@Context() context: RequestContext): Promise<OrganizationExportDto> {
    return OrganizationExportDto.of(await this.order.execute(context));
  }

  @Get(':id/content')
  @Allow('organizations:export')
  @Limit('download')
  @ApiProduces('application/zip')
  @ApiOperation({ operationId: 'exports_download', summary: 'The file of an export' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.download.send(context, id, response);
  }
}
