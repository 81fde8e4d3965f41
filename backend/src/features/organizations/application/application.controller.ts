import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  Allow,
  Context,
  IfMatch,
  Limit,
  NeedsIfMatch,
  RequestContext,
  Storage,
  TenantDatabase,
} from '../../../kernel';
import { ApplicationDto, ChangeApplicationDto } from './application.dto';
import { ApplicationsRepository } from './applications.repository';
import { ChangeApplication } from '../use-cases/change-application';
import { KeepDocuments } from '../use-cases/keep-documents';
import { sendDocument } from './send-document';

/** How the organization stands with the platform: its people see it also while it waits, and after it was suspended. */
@ApiTags('organizations')
@Controller('organizations/:organizationId/application')
export class ApplicationController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly applications: ApplicationsRepository,
    private readonly changing: ChangeApplication,
    private readonly documents: KeepDocuments,
    private readonly storage: Storage,
  ) {}

  @Get()
  @Allow('application:read')
  @ApiOperation({
    operationId: 'application_get',
    summary: 'State of the organization, why, and what was handed in',
  })
  @ApiOkResponse({ type: ApplicationDto })
  async get(@Context() context: RequestContext): Promise<ApplicationDto> {
    const found = await this.database.read(context, (manager) =>
      this.applications.find(manager, context),
    );
    return ApplicationDto.of(found);
  }

  @Put()
  @Allow('application:write')
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'application_change', summary: 'Correct name and credit code' })
  @ApiOkResponse({ type: ApplicationDto })
  async change(
    @Context() context: RequestContext,
    @IfMatch() version: number,
    @Body() body: ChangeApplicationDto,
  ): Promise<ApplicationDto> {
    return ApplicationDto.of(await this.changing.change(context, version, body));
  }

  @Post('submissions')
  @Allow('application:write')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({ operationId: 'application_handIn', summary: 'Ask again after a refusal' })
  @ApiOkResponse({ type: ApplicationDto })
  async handIn(
    @Context() context: RequestContext,
    @IfMatch() version: number,
  ): Promise<ApplicationDto> {
    return ApplicationDto.of(await this.changing.handIn(context, version));
  }

  @Post('documents')
  @Allow('application:write')
  @Limit('upload')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiOperation({
    operationId: 'application_addDocument',
    summary: 'Upload a document, such as the business licence',
  })
  @ApiCreatedResponse({ type: ApplicationDto })
  async addDocument(
    @Context() context: RequestContext,
    @Req() request: Request,
  ): Promise<ApplicationDto> {
    return ApplicationDto.of(await this.documents.add(context, request));
  }

  @Delete('documents/:documentId')
  @Allow('application:write')
  @ApiOperation({ operationId: 'application_removeDocument', summary: 'Remove a document' })
  @ApiOkResponse({ type: ApplicationDto })
  async removeDocument(
    @Context() context: RequestContext,
    @Param('documentId', ParseUUIDPipe) documentId: string,
  ): Promise<ApplicationDto> {
    return ApplicationDto.of(await this.documents.remove(context, documentId));
  }

  @Get('documents/:documentId/content')
  @Allow('application:read')
  @Limit('download')
  @ApiProduces('application/octet-stream')
  @ApiOperation({ operationId: 'application_document', summary: 'The document itself' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(
    @Context() context: RequestContext,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Res() response: Response,
  ): Promise<void> {
    await sendDocument(this.storage, await this.documents.read(context, documentId), response);
  }
}
