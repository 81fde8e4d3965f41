import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  Allow,
  Context,
  IfMatch,
  Limit,
  NeedsIfMatch,
  notFound,
  PlatformDatabase,
  RequestContext,
  Storage,
} from '../../../kernel';
import { sendDocument } from '../../organizations';
import { MoveOrganization } from '../use-cases/move-organization';
import {
  ListedOrganizationDto,
  MoveOrganizationDto,
  OrganizationsPageDto,
  OrganizationsQueryDto,
  PER_PAGE,
  PlatformOrganizationDto,
  SetQuotasDto,
} from './platform-organization.dto';
import { PlatformOrganizationsRepository } from './platform-organizations.repository';
import { ReadDocument } from '../use-cases/read-document';
import { SetQuotas } from '../use-cases/set-quotas';

/** For those whom the settings name: who asks to be opened, and how the others stand. */
@ApiTags('platform')
@Controller('platform/organizations')
export class PlatformOrganizationsController {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly organizations: PlatformOrganizationsRepository,
    private readonly moving: MoveOrganization,
    private readonly quotas: SetQuotas,
    private readonly documents: ReadDocument,
    private readonly storage: Storage,
  ) {}

  @Get()
  @Allow('organizations:approve')
  @ApiOperation({
    operationId: 'platformOrganizations_list',
    summary: 'Organizations by name, credit code, kind or state; those that wait first',
  })
  @ApiOkResponse({ type: OrganizationsPageDto })
  async list(
    @Query() { page = 1, ...filter }: OrganizationsQueryDto,
  ): Promise<OrganizationsPageDto> {
    const { manager } = this.database;
    const skipped = (page - 1) * PER_PAGE;
    const found = await this.organizations.list(manager, filter, PER_PAGE, skipped);
    return { ...found, organizations: found.organizations.map(ListedOrganizationDto.of) };
  }

  @Get(':id')
  @Allow('organizations:approve')
  @ApiOperation({
    operationId: 'platformOrganizations_get',
    summary: 'One organization with its documents, figures and quotas',
  })
  @ApiOkResponse({ type: PlatformOrganizationDto })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<PlatformOrganizationDto> {
    const found = await this.organizations.find(this.database.manager, id);
    if (found === null) throw notFound();
    return PlatformOrganizationDto.of(found);
  }

  @Post(':id/moves')
  @Allow('organizations:approve')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'platformOrganizations_move',
    summary: 'Approve, refuse, suspend or open again',
  })
  @ApiOkResponse({ type: PlatformOrganizationDto })
  async move(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { move, reason = '' }: MoveOrganizationDto,
  ): Promise<PlatformOrganizationDto> {
    const moved = await this.moving.execute(context, id, { move, reason, version });
    return PlatformOrganizationDto.of(moved);
  }

  @Put(':id/quotas')
  @Allow('organizations:approve')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'platformOrganizations_setQuotas',
    summary: 'How much this organization may hold, beside the settings',
  })
  @ApiOkResponse({ type: PlatformOrganizationDto })
  async setQuotas(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: SetQuotasDto,
  ): Promise<PlatformOrganizationDto> {
    const quotas = Object.fromEntries(body.quotas.map(({ name, most }) => [name, most]));
    return PlatformOrganizationDto.of(await this.quotas.execute(context, id, version, quotas));
  }

  @Get(':id/documents/:documentId/content')
  @Allow('organizations:approve')
  @Limit('download')
  @ApiProduces('application/octet-stream')
  @ApiOperation({
    operationId: 'platformOrganizations_document',
    summary: 'A document of the application itself',
  })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Res() response: Response,
  ): Promise<void> {
    const document = await this.documents.execute(context, id, documentId);
    await sendDocument(this.storage, document, response);
  }
}
