import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Context, IfMatch, LargeBody, NeedsIfMatch, RequestContext } from '../../kernel';
import { askedOperation, ChangeSystemDto, SystemChangeDto } from './dto/change.dto';
import { MovePlanDto, MovePreviewQueryDto, MoveSystemDto } from './dto/move.dto';
import {
  ChangedSystemDto,
  changedSystemDto,
  SteppedSystemDto,
  SystemDto,
  systemDto,
} from './dto/system.dto';
import { operationRules } from './operation-rules';
import { ChangeSystem } from './use-cases/change-system';
import { KeepSystems } from './use-cases/keep-systems';
import { ReadSystems } from './use-cases/read-systems';

@ApiTags('systems')
@Controller('organizations/:organizationId/systems/:id')
export class SystemChangesController {
  constructor(
    private readonly reader: ReadSystems,
    private readonly changer: ChangeSystem,
    private readonly keeper: KeepSystems,
  ) {}

  @Get('changes')
  @Allow('systems:read')
  @ApiOperation({
    operationId: 'systems_listChanges',
    summary: 'The last 100 changes, latest first',
  })
  @ApiOkResponse({ type: [SystemChangeDto] })
  async list(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SystemChangeDto[]> {
    return (await this.reader.changes(context, id)).map(SystemChangeDto.of);
  }

  @Post('changes')
  @Allow('systems:write')
  // All suggested places of a register of 10,000 are accepted at once.
  @LargeBody({ bytes: 1024 * 1024, nodes: 22_000, keys: 10_000 })
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'systems_change',
    summary: 'Change a system by operations, all or none; one step of undo',
  })
  @ApiOkResponse({ type: ChangedSystemDto })
  async change(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { operations }: ChangeSystemDto,
  ): Promise<ChangedSystemDto> {
    const asked = operations.map(askedOperation);
    const changed = await this.changer.change(context, id, version, asked, operationRules);
    return changedSystemDto(changed, context.language);
  }

  @Post('undo')
  @Allow('systems:write')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({ operationId: 'systems_undo', summary: 'Take the last change back' })
  @ApiOkResponse({ type: SteppedSystemDto })
  async undo(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SteppedSystemDto> {
    const stepped = await this.changer.step(context, id, version, 'undo');
    return { ...changedSystemDto(stepped, context.language), skipped: [...stepped.skipped] };
  }

  @Post('redo')
  @Allow('systems:write')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({ operationId: 'systems_redo', summary: 'Do the change again that was taken back' })
  @ApiOkResponse({ type: SteppedSystemDto })
  async redo(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SteppedSystemDto> {
    const stepped = await this.changer.step(context, id, version, 'redo');
    return { ...changedSystemDto(stepped, context.language), skipped: [...stepped.skipped] };
  }

  @Get('move-preview')
  @Allow('systems:read')
  @ApiOperation({
    operationId: 'systems_previewMove',
    summary: 'What moving to the form of 2017 would do',
  })
  @ApiOkResponse({ type: MovePlanDto })
  async previewMove(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { to }: MovePreviewQueryDto,
  ): Promise<MovePlanDto> {
    const { stored, plan } = await this.keeper.planMove(context, id, to);
    return MovePlanDto.of(stored.version, plan, context.language);
  }

  @Post('move')
  @Allow('systems:write')
  // Chosen places.
  @LargeBody({ bytes: 512 * 1024, nodes: 10_000, keys: 5_000 })
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'systems_move',
    summary: 'Make the system of the new form, primary from now on; the old one stays',
  })
  @ApiCreatedResponse({ type: SystemDto })
  async move(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { to, name, choices }: MoveSystemDto,
  ): Promise<SystemDto> {
    const command = { to, name: name?.trim(), choices: choices ?? {} };
    return systemDto(await this.keeper.move(context, id, version, command));
  }
}
