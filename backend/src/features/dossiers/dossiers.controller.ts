import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import {
  Allow,
  Config,
  Context,
  Limit,
  notFound,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { DossierDownload } from './use-cases/dossier-download';
import { DossiersRepository } from './dossiers.repository';
import { DossierCheckDto, DossierDto, OrderDossierDto } from './dto/dossier.dto';
import { OrderDossier } from './use-cases/order-dossier';

@ApiTags('dossiers')
@Controller('organizations/:organizationId')
export class DossiersController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly dossiers: DossiersRepository,
    private readonly orderDossier: OrderDossier,
    private readonly download: DossierDownload,
    private readonly config: Config,
  ) {}

  @Get('assessments/:assessmentId/dossier-check')
  @Allow('dossiers:read')
  @ApiOperation({ operationId: 'dossiers_check', summary: 'What speaks against submission' })
  @ApiOkResponse({ type: DossierCheckDto })
  async check(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
  ): Promise<DossierCheckDto> {
    return DossierCheckDto.of(await this.orderDossier.check(context, assessmentId));
  }

  @Post('dossiers')
  @HttpCode(202)
  @Allow('dossiers:write')
  @Limit('dossier')
  @ApiOperation({
    operationId: 'dossiers_create',
    summary: 'Order a dossier; it is built in the background',
  })
  @ApiAcceptedResponse({ type: DossierDto })
  async create(
    @Context() context: RequestContext,
    @Body() { assessmentId }: OrderDossierDto,
  ): Promise<DossierDto> {
    const ordered = await this.orderDossier.execute(context, assessmentId);
    return DossierDto.of(ordered, this.config.publicUrl);
  }

  @Get('dossiers')
  @Allow('dossiers:read')
  @ApiOperation({ operationId: 'dossiers_list', summary: 'Dossiers, newest first' })
  @ApiOkResponse({ type: [DossierDto] })
  async list(@Context() context: RequestContext): Promise<DossierDto[]> {
    const found = await this.database.read(context, (manager) =>
      this.dossiers.list(manager, context),
    );
    return found.map((dossier) => DossierDto.of(dossier, this.config.publicUrl));
  }

  @Get('dossiers/:id')
  @Allow('dossiers:read')
  @ApiOperation({ operationId: 'dossiers_get', summary: 'One dossier and its progress' })
  @ApiOkResponse({ type: DossierDto })
  async get(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DossierDto> {
    const found = await this.database.read(context, (manager) =>
      this.dossiers.find(manager, context, id),
    );
    if (found === null) throw notFound();
    return DossierDto.of(found, this.config.publicUrl);
  }

  @Post('dossiers/:id/retry')
  @HttpCode(202)
  @Allow('dossiers:write')
  @ApiOperation({
    operationId: 'dossiers_retry',
    summary: 'Build a failed dossier once more, as it was frozen',
  })
  @ApiAcceptedResponse({ type: DossierDto })
  async retry(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DossierDto> {
    return DossierDto.of(await this.orderDossier.again(context, id), this.config.publicUrl);
  }

  @Get('dossiers/:id/file')
  @Allow('dossiers:read')
  @Limit('download')
  @ApiProduces('application/pdf')
  @ApiOperation({ operationId: 'dossiers_file', summary: 'The PDF' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.download.send(context, id, response);
  }
}
