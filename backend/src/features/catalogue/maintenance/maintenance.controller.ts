import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import {
  Allow,
  Context,
  isUuid,
  Limit,
  notFound,
  organizationDay,
  RequestContext,
  TableUploads,
  validationFailed,
} from '../../../kernel';
import {
  AnswerInputDto,
  CatalogueFeedbackDto,
  catalogueFeedbackDto,
  CatalogueImportDto,
  catalogueImportDto,
  CatalogueImportQueryDto,
} from '../dto/maintenance.dto';
import { AnswerFeedback } from '../use-cases/answer-feedback';
import { BringInCatalogue } from '../use-cases/bring-in-catalogue';

function idOf(text: string): string {
  if (!isUuid(text)) throw notFound();
  return text;
}

/** Belongs to no organization; each use case asks whether the person keeps the catalogue. */
@ApiTags('catalogue maintenance')
@Controller('catalogue-maintenance')
export class MaintenanceController {
  constructor(
    private readonly bringing: BringInCatalogue,
    private readonly answering: AnswerFeedback,
    private readonly uploads: TableUploads,
  ) {}

  @Post('imports')
  @Allow('catalogue:maintain')
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
    operationId: 'catalogueImports_preview',
    summary: 'Upload a file (.csv, .xlsx) and see what an import would do',
  })
  @ApiCreatedResponse({ type: CatalogueImportDto })
  async preview(
    @Context() context: RequestContext,
    @Query() { source, checkedOn }: CatalogueImportQueryDto,
    @Req() request: Request,
  ): Promise<CatalogueImportDto> {
    if (checkedOn > organizationDay(new Date()))
      throw validationFailed({
        path: 'checkedOn',
        code: 'day_ahead',
        wording: { zh: '查询日期还没有到', en: 'This day is still to come' },
      });
    return this.uploads.receive(context, request, async (file) =>
      catalogueImportDto(await this.bringing.preview(context, file, { source, checkedOn })),
    );
  }

  @Get('imports')
  @Allow('catalogue:maintain')
  @ApiOperation({ operationId: 'catalogueImports_list', summary: 'Imports, newest first' })
  @ApiOkResponse({ type: [CatalogueImportDto] })
  async list(): Promise<CatalogueImportDto[]> {
    return (await this.bringing.list()).map(catalogueImportDto);
  }

  @Get('imports/:id')
  @Allow('catalogue:maintain')
  @ApiOperation({ operationId: 'catalogueImports_get', summary: 'One import with its problems' })
  @ApiOkResponse({ type: CatalogueImportDto })
  async get(@Param('id') id: string): Promise<CatalogueImportDto> {
    return catalogueImportDto(await this.bringing.get(idOf(id)));
  }

  @Post('imports/:id/start')
  @HttpCode(202)
  @Allow('catalogue:maintain')
  @Limit('import')
  @ApiOperation({ operationId: 'catalogueImports_start', summary: 'Write what the preview shows' })
  @ApiAcceptedResponse({ type: CatalogueImportDto })
  async start(
    @Context() context: RequestContext,
    @Param('id') id: string,
  ): Promise<CatalogueImportDto> {
    return catalogueImportDto(await this.bringing.start(context, idOf(id)));
  }

  @Delete('imports/:id')
  @HttpCode(204)
  @Allow('catalogue:maintain')
  @ApiOperation({ operationId: 'catalogueImports_discard', summary: 'Throw a preview away' })
  @ApiNoContentResponse()
  async discard(@Context() context: RequestContext, @Param('id') id: string): Promise<void> {
    await this.bringing.discard(context, idOf(id));
  }

  @Get('feedback')
  @Allow('catalogue:maintain')
  @ApiOperation({
    operationId: 'catalogueFeedback_received',
    summary: 'What readers report, open ones first',
  })
  @ApiOkResponse({ type: [CatalogueFeedbackDto] })
  async received(): Promise<CatalogueFeedbackDto[]> {
    return (await this.answering.received()).map(catalogueFeedbackDto);
  }

  @Put('feedback/:id/answer')
  @Allow('catalogue:maintain')
  @ApiOperation({ operationId: 'catalogueFeedback_answer', summary: 'Accept or decline, and why' })
  @ApiOkResponse({ type: CatalogueFeedbackDto })
  async answer(
    @Context() context: RequestContext,
    @Param('id') id: string,
    @Body() { state, answer = '' }: AnswerInputDto,
  ): Promise<CatalogueFeedbackDto> {
    if (state === 'declined' && answer === '')
      throw validationFailed({
        path: 'answer',
        code: 'reason_missing',
        wording: { zh: '请写明不采纳的原因', en: 'Say why it is declined' },
      });
    return catalogueFeedbackDto(await this.answering.answer(context, idOf(id), { state, answer }));
  }
}
