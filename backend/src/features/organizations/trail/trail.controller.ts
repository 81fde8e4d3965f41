import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  Allow,
  Context,
  downloadHeaders,
  Limit,
  RequestContext,
  TenantDatabase,
  trailPage,
  XLSX,
} from '../../../kernel';
import { ExportTrail } from '../use-cases/export-trail';
import { TrailRepository } from './trail.repository';
import { TrailFilterDto, TrailPageDto, TrailQueryDto } from './trail.dto';

@ApiTags('organizations')
@Controller('organizations/:organizationId/trail')
export class TrailController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: TrailRepository,
    private readonly exporting: ExportTrail,
  ) {}

  @Get()
  @Allow('audit:read')
  @ApiOperation({ operationId: 'trail_list', summary: 'Who did what, newest first' })
  @ApiOkResponse({ type: TrailPageDto })
  async list(
    @Context() context: RequestContext,
    @Query() { limit, before, ...filter }: TrailQueryDto,
  ): Promise<TrailPageDto> {
    const read = await this.database.read(context, (manager) =>
      this.reader.lines(manager, context.organizationId, filter, limit + 1, before),
    );
    return trailPage(read, limit);
  }

  @Get('export')
  @Allow('audit:read')
  @Limit('document')
  @ApiOperation({ operationId: 'trail_export', summary: 'Who did what, as a workbook' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @Context() context: RequestContext,
    @Query() filter: TrailFilterDto,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, content } = await this.exporting.execute(context, filter);
    response.set(downloadHeaders(fileName, XLSX, 'attachment')).send(content);
  }
}
