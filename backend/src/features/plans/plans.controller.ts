import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Context,
  IfMatch,
  NeedsIfMatch,
  notFound,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { CaseDto, caseDto } from '../cases';
import { PlanPageDto } from './dto/plan-page.dto';
import { KeptPlanDto, MoveTextDto, PlanDraftDto, SendPlanDto } from './dto/plan.dto';
import { EvaluationLoadDto } from './dto/team.dto';
import { PlansRepository } from './plans.repository';
import { ReadPlan } from './read-plan';
import { MovePlan } from './use-cases/move-plan';
import { SavePlan } from './use-cases/save-plan';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

/** 评价计划 of a case. */
@ApiTags('plans')
@Controller('organizations/:organizationId')
export class PlansController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reading: ReadPlan,
    private readonly plans: PlansRepository,
    private readonly saving: SavePlan,
    private readonly moving: MovePlan,
  ) {}

  @Get('evaluation-loads')
  @Allow('cases:read')
  @ApiOperation({
    operationId: 'plans_loads',
    summary: 'Who is in which team on which days, at cases whose evaluation is not over',
  })
  @ApiOkResponse({ type: [EvaluationLoadDto] })
  async loads(@Context() context: RequestContext): Promise<EvaluationLoadDto[]> {
    const found = await this.database.read(context, (manager) => this.plans.load(manager, context));
    return found.map(EvaluationLoadDto.of);
  }

  @Get('cases/:id/plan')
  @Allow('cases:read')
  @ApiOperation({
    operationId: 'plans_get',
    summary:
      'The plan as it is drawn up, or prefilled; the team, who can be in it, and the meetings',
  })
  @ApiOkResponse({ type: PlanPageDto })
  get(@Context() context: RequestContext, @Param('id', idPipe) id: string): Promise<PlanPageDto> {
    return this.database.read(context, (manager) => this.reading.page(manager, context, id));
  }

  @Put('cases/:id/plan')
  @Allow('cases:plan')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'plans_save',
    summary: 'Keep the plan as far as it is drawn up; If-Match "0" at first',
  })
  @ApiOkResponse({ type: KeptPlanDto })
  async save(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() content: PlanDraftDto,
  ): Promise<KeptPlanDto> {
    return KeptPlanDto.of(await this.saving.execute(context, id, version, content));
  }

  @Post('cases/:id/plan/sending')
  @Allow('cases:plan')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'plans_send',
    summary: 'Ask the enterprise to confirm the plan; If-Match is of the case',
  })
  @ApiOkResponse({ type: CaseDto })
  async send(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() asked: SendPlanDto,
  ): Promise<CaseDto> {
    return caseDto(await this.moving.send(context, { id, version }, asked));
  }

  @Post('cases/:id/plan/redrawing')
  @Allow('cases:plan')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'plans_redraw',
    summary: 'Take a plan back that was sent, or confirmed; If-Match is of the case',
  })
  @ApiOkResponse({ type: CaseDto })
  async redraw(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { text }: MoveTextDto,
  ): Promise<CaseDto> {
    return caseDto(await this.moving.redraw(context, { id, version }, text));
  }
}
