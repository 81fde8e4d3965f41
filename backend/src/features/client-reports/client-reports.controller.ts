import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow, Context, downloadHeaders, Limit, RequestContext } from '../../kernel';
import { ReportsQueryDto } from './client-reports.dto';
import { ReportToClients } from './use-cases/report-to-clients';

const MEDIA_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
} as const;

@ApiTags('portfolio')
@Controller('organizations/:organizationId/portfolio/reports')
export class ClientReportsController {
  constructor(private readonly reports: ReportToClients) {}

  @Get()
  @Allow('portfolio:use')
  @Limit('document')
  @ApiOperation({
    operationId: 'clientReports_write',
    summary: 'Monthly reports to clients, as one file or as a ZIP of several',
  })
  @ApiProduces(...Object.values(MEDIA_TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async write(
    @Context() context: RequestContext,
    @Query() { clients, month, format }: ReportsQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { clientIds: clients, month, format };
    const { fileName, content } = await this.reports.execute(context, asked, new Date());
    const mediaType = MEDIA_TYPES[clients.length > 1 ? 'zip' : format];
    response.set(downloadHeaders(fileName, mediaType, 'attachment')).send(content);
  }
}
