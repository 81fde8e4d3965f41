import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import {
  Allow,
  Context,
  downloadHeaders,
  IfMatch,
  Limit,
  NeedsIfMatch,
  RequestContext,
  TenantDatabase,
  XLSX,
} from '../../kernel';
import { CorrectiveActionsRepository } from './corrective-actions.repository';
import {
  ActionsFromRouteDto,
  ActionsQueryDto,
  CorrectiveActionDto,
  MoveActionDto,
  WriteActionDto,
} from './dto/corrective-action.dto';
import { ExportActions } from './use-cases/export-actions';
import { WriteActions } from './use-cases/write-actions';

@ApiTags('improvements')
@Controller('organizations/:organizationId/corrective-actions')
export class CorrectiveActionsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly actions: CorrectiveActionsRepository,
    private readonly writeActions: WriteActions,
    private readonly exporting: ExportActions,
  ) {}

  @Get()
  @Allow('improvements:read')
  @ApiOperation({ operationId: 'correctiveActions_list', summary: 'Corrective actions by number' })
  @ApiOkResponse({ type: [CorrectiveActionDto] })
  async list(@Context() context: RequestContext): Promise<CorrectiveActionDto[]> {
    const found = await this.database.read(context, (manager) =>
      this.actions.list(manager, context),
    );
    return found.map(CorrectiveActionDto.of);
  }

  @Get('export')
  @Allow('improvements:read')
  @Limit('document')
  @ApiOperation({
    operationId: 'correctiveActions_export',
    summary: 'Corrective actions as a workbook',
  })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @Context() context: RequestContext,
    @Query() { assessmentId }: ActionsQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, content } = await this.exporting.execute(context, assessmentId ?? null);
    response.set(downloadHeaders(fileName, XLSX, 'attachment')).send(content);
  }

  @Post()
  @Allow('improvements:write')
  @ApiOperation({ operationId: 'correctiveActions_create', summary: 'Add a corrective action' })
  @ApiCreatedResponse({ type: CorrectiveActionDto })
  async create(
    @Context() context: RequestContext,
    @Body() body: WriteActionDto,
  ): Promise<CorrectiveActionDto> {
    return CorrectiveActionDto.of(await this.writeActions.add(context, body));
  }

  @Post('from-route')
  @Allow('improvements:write')
  @ApiOperation({
    operationId: 'correctiveActions_createFromRoute',
    summary: 'One action per correction of a route',
  })
  @ApiCreatedResponse({ type: [CorrectiveActionDto] })
  async fromRoute(
    @Context() context: RequestContext,
    @Body() { assessmentId, corrections }: ActionsFromRouteDto,
  ): Promise<CorrectiveActionDto[]> {
    const added = await this.writeActions.addFromRoute(context, assessmentId, corrections);
    return added.map(CorrectiveActionDto.of);
  }

  @Patch(':id')
  @Allow('improvements:write')
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'correctiveActions_update', summary: 'Change a corrective action' })
  @ApiOkResponse({ type: CorrectiveActionDto })
  async update(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() expectedVersion: number,
    @Body() changes: WriteActionDto,
  ): Promise<CorrectiveActionDto> {
    return CorrectiveActionDto.of(
      await this.writeActions.change(context, { id, version: expectedVersion }, changes),
    );
  }

  @Post(':id/moves')
  @HttpCode(200)
  @Allow('improvements:write')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'correctiveActions_move',
    summary: 'Begin, finish, verify, put off or reopen a corrective action',
  })
  @ApiOkResponse({ type: CorrectiveActionDto })
  async move(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { move, ...told }: MoveActionDto,
  ): Promise<CorrectiveActionDto> {
    return CorrectiveActionDto.of(
      await this.writeActions.move(context, { id, version }, move, told),
    );
  }

  @Delete(':id')
  @Allow('improvements:write')
  @NeedsIfMatch()
  @HttpCode(204)
  @ApiOperation({ operationId: 'correctiveActions_delete', summary: 'Remove a corrective action' })
  @ApiNoContentResponse()
  async remove(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() expectedVersion: number,
  ): Promise<void> {
    await this.writeActions.remove(context, id, expectedVersion);
  }
}
