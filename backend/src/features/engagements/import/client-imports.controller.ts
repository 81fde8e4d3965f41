import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { sideOf } from '@liangxing/contracts';
import type { Request, Response } from 'express';
import {
  Allow,
  Context,
  downloadHeaders,
  Limit,
  notFound,
  RequestContext,
  TableUploads,
  XLSX,
} from '../../../kernel';
import { InvitationMail } from '../../organizations';
import type { ClientImportEntity } from '../entities/client-import.entity';
import { ImportClients } from '../use-cases/import-clients';
import {
  clientImportDto,
  ClientImportDto,
  clientImportSummaryDto,
  ClientImportSummaryDto,
} from './client-import.dto';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });
const TEMPLATE_NAME = { zh: '客户导入模板.xlsx', en: 'clients-template.xlsx' } as const;

/** 批量导入客户: a workbook of clients, each of whom is offered an engagement by mail. */
@ApiTags('engagements')
@Controller('organizations/:organizationId/client-imports')
export class ClientImportsController {
  constructor(
    private readonly importing: ImportClients,
    private readonly mail: InvitationMail,
    private readonly uploads: TableUploads,
  ) {}

  @Get()
  @Allow('engagements:offer')
  @ApiOperation({ operationId: 'clientImports_list', summary: 'Confirmed imports, newest first' })
  @ApiOkResponse({ type: [ClientImportSummaryDto] })
  async list(@Context() context: RequestContext): Promise<ClientImportSummaryDto[]> {
    return (await this.importing.list(context)).map(clientImportSummaryDto);
  }

  @Post()
  @Allow('engagements:offer')
  @Limit('import')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiOperation({
    operationId: 'clientImports_create',
    summary: 'Upload a workbook of clients and see what each row would do',
  })
  @ApiCreatedResponse({ type: ClientImportDto })
  async create(
    @Context() context: RequestContext,
    @Req() request: Request,
  ): Promise<ClientImportDto> {
    return this.uploads.receive(context, request, async (file) =>
      this.shown(context, await this.importing.preview(context, file)),
    );
  }

  @Get('template')
  @Allow('engagements:offer')
  @Limit('document')
  @ApiOperation({ operationId: 'clientImports_template', summary: 'A workbook to be filled in' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async template(@Context() context: RequestContext, @Res() response: Response): Promise<void> {
    const content = await this.importing.template(context);
    const name = TEMPLATE_NAME[sideOf(context.language)];
    response.set(downloadHeaders(name, XLSX, 'attachment')).send(Buffer.from(content));
  }

  @Get(':id')
  @Allow('engagements:offer')
  @ApiOperation({ operationId: 'clientImports_get', summary: 'What became of each row' })
  @ApiOkResponse({ type: ClientImportDto })
  async get(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
  ): Promise<ClientImportDto> {
    return this.shown(context, await this.importing.see(context, id));
  }

  @Post(':id/commit')
  @HttpCode(200)
  @Allow('engagements:offer')
  @Limit('import')
  @ApiOperation({
    operationId: 'clientImports_commit',
    summary: 'Offer an engagement to each good row, as the limits of mails let out',
  })
  @ApiOkResponse({ type: ClientImportDto })
  async commit(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
  ): Promise<ClientImportDto> {
    return this.shown(context, await this.importing.commit(context, id));
  }

  @Post(':id/stop')
  @HttpCode(200)
  @Allow('engagements:offer')
  @Limit('import')
  @ApiOperation({
    operationId: 'clientImports_stop',
    summary: 'Mail none of the rows that wait; offers that were made stay',
  })
  @ApiOkResponse({ type: ClientImportDto })
  async stop(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
  ): Promise<ClientImportDto> {
    return this.shown(context, await this.importing.stop(context, id));
  }

  private async shown(
    context: RequestContext,
    stored: ClientImportEntity,
  ): Promise<ClientImportDto> {
    return clientImportDto(stored, await this.mail.left(context));
  }
}
