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
  Put,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  Allow,
  Context,
  IfMatch,
  LargeBody,
  NeedsIfMatch,
  notFound,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { AssessmentsRepository } from './assessments.repository';
import {
  AssessmentDto,
  ChangeAssessmentDto,
  EffortsDto,
  MoveAssessmentDto,
  SaveEffortsDto,
  StartAssessmentDto,
  StartedAssessmentDto,
} from './dto/assessment.dto';
import { ChangeAssessment } from './use-cases/change-assessment';
import { MoveAssessment } from './use-cases/move-assessment';
import { RemoveAssessment } from './use-cases/remove-assessment';
import { SaveEfforts } from './use-cases/save-efforts';
import { StartAssessment } from './use-cases/start-assessment';

@ApiTags('assessments')
@Controller('organizations/:organizationId/assessments')
export class AssessmentsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly assessments: AssessmentsRepository,
    private readonly startAssessment: StartAssessment,
    private readonly changeAssessment: ChangeAssessment,
    private readonly moveAssessment: MoveAssessment,
    private readonly removeAssessment: RemoveAssessment,
    private readonly saveEfforts: SaveEfforts,
  ) {}

  @Get()
  @Allow('assessments:read')
  @ApiOperation({ operationId: 'assessments_list', summary: 'Self-evaluations, newest first' })
  @ApiOkResponse({ type: [AssessmentDto] })
  async list(@Context() context: RequestContext): Promise<AssessmentDto[]> {
    const found = await this.database.read(context, (manager) =>
      this.assessments.list(manager, context),
    );
    return found.map(AssessmentDto.of);
  }

  @Post()
  @Allow('assessments:write')
  @ApiOperation({ operationId: 'assessments_create', summary: 'Begin a self-evaluation' })
  @ApiCreatedResponse({ type: StartedAssessmentDto })
  async create(
    @Context() context: RequestContext,
    @Body() body: StartAssessmentDto,
  ): Promise<StartedAssessmentDto> {
    const started = await this.startAssessment.execute(context, body);
    return { ...AssessmentDto.of(started), leftBehind: [...started.leftBehind] };
  }

  @Get(':assessmentId')
  @Allow('assessments:read')
  @ApiOperation({ operationId: 'assessments_get', summary: 'One self-evaluation' })
  @ApiOkResponse({ type: AssessmentDto })
  async get(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) id: string,
  ): Promise<AssessmentDto> {
    const found = await this.database.read(context, (manager) =>
      this.assessments.find(manager, context, id),
    );
    if (found === null) throw notFound();
    return AssessmentDto.of(found);
  }

  @Patch(':assessmentId')
  @Allow('assessments:write')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'assessments_update',
    summary: 'Change title, plan, target or conclusion',
  })
  @ApiOkResponse({ type: AssessmentDto })
  async update(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) id: string,
    @IfMatch() expectedVersion: number,
    @Body() changes: ChangeAssessmentDto,
  ): Promise<AssessmentDto> {
    const command = { id, expectedVersion, changes };
    return AssessmentDto.of(await this.changeAssessment.execute(context, command));
  }

  @Post(':assessmentId/moves')
  @HttpCode(200)
  @Allow('assessments:write')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'assessments_move',
    summary: 'Close, reopen, archive or restore a self-evaluation',
  })
  @ApiOkResponse({ type: AssessmentDto })
  async move(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { move }: MoveAssessmentDto,
  ): Promise<AssessmentDto> {
    return AssessmentDto.of(await this.moveAssessment.execute(context, { id, version }, move));
  }

  @Delete(':assessmentId')
  @Allow('assessments:write')
  @NeedsIfMatch()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'assessments_delete',
    summary: 'Delete a self-evaluation without an issued dossier, with all that belongs to it',
  })
  @ApiNoContentResponse()
  async remove(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.removeAssessment.execute(context, { id, version });
  }

  @Get(':assessmentId/efforts')
  @Allow('assessments:read')
  @ApiOperation({ operationId: 'assessments_getEfforts', summary: 'Effort per correction' })
  @ApiOkResponse({ type: EffortsDto })
  async efforts(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) id: string,
  ): Promise<EffortsDto> {
    return this.database.read(context, async (manager) => {
      if ((await this.assessments.find(manager, context, id)) === null) throw notFound();
      return EffortsDto.of(await this.assessments.efforts(manager, context, id));
    });
  }

  @Put(':assessmentId/efforts')
  @Allow('assessments:write')
  // Every correction of a scheme.
  @LargeBody({ nodes: 12_000, keys: 5_000 })
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'assessments_saveEfforts',
    summary: 'Save the effort per correction',
  })
  @ApiOkResponse({ type: EffortsDto })
  async putEfforts(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @IfMatch() version: number,
    @Body() { efforts, months, excluded, horizon }: SaveEffortsDto,
  ): Promise<EffortsDto> {
    const command = { assessmentId, version, efforts, months, excluded, horizon };
    return EffortsDto.of(await this.saveEfforts.execute(context, command));
  }
}
