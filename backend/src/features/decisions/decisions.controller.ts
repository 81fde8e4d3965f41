import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { isPermitted } from '@liangxing/contracts';
import type { Response } from 'express';
import {
  Allow,
  Context,
  downloadHeaders,
  IfMatch,
  Limit,
  NeedsIfMatch,
  notFound,
  organizationDay,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { caseDto, CaseDto, CasesRepository } from '../cases';
import { ResultsRepository } from '../sheets';
import {
  AnswerAppealDto,
  AnswerObjectionDto,
  AnswerObjectionsDto,
  CaseDecisionDto,
  DecideCaseDto,
  ReviewDto,
} from './dto/decision.dto';
import { REPORT_TYPES, ReportQueryDto } from './dto/report.dto';
import { PublicitiesRepository } from './publicities.repository';
import { AnswerObjection } from './use-cases/answer-objection';
import { DecideCase } from './use-cases/decide-case';
import { PrintReport } from './use-cases/print-report';
import { ReadDecision } from './use-cases/read-decision';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

/** 复核与决定 of a case. */
@ApiTags('decisions')
@Controller('organizations/:organizationId/cases/:id')
export class DecisionsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly results: ResultsRepository,
    private readonly publicities: PublicitiesRepository,
    private readonly reading: ReadDecision,
    private readonly deciding: DecideCase,
    private readonly answering: AnswerObjection,
    private readonly printing: PrintReport,
  ) {}

  @Get('decision')
  @Allow('cases:read')
  @Limit('document')
  @ApiOperation({
    operationId: 'decisions_get',
    summary: 'The result, what was decided, the publicity with its objections',
  })
  @ApiOkResponse({ type: CaseDecisionDto })
  get(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
  ): Promise<CaseDecisionDto> {
    return this.database.read(context, async (manager) => {
      const found = await this.cases.find(manager, context, id);
      if (found === null) throw notFound();
      const result = await this.results.newest(manager, context, id);
      const publicity = await this.publicities.newest(manager, context, id);
      const part = await this.reading.part(manager, context, id);
      return CaseDecisionDto.of({
        ...{ result, publicity, today: organizationDay(new Date()) },
        grades: result ? await this.reading.grades(manager, context, found, result) : [],
        steps: await this.reading.steps(manager, context, id),
        objections: await this.publicities.objections(manager, context, id),
        readsObjections: isPermitted(context, 'cases:decide') && !part.wasInTeam,
        part,
      });
    });
  }

  @Get('report')
  @Allow('cases:read')
  @Limit('document')
  @ApiOperation({
    operationId: 'decisions_report',
    summary: 'The evaluation report of the newest result, as PDF or Word',
  })
  @ApiProduces(...Object.values(REPORT_TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async report(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Query() { format }: ReportQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, content } = await this.printing.execute(context, id, format);
    response.set(downloadHeaders(fileName, REPORT_TYPES[format], 'attachment')).send(content);
  }

  @Post('review')
  @Allow('cases:review')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'decisions_review',
    summary: 'Pass the result on to the decision, or return it to the team',
  })
  @ApiOkResponse({ type: CaseDto })
  async review(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { verdict, text }: ReviewDto,
  ): Promise<CaseDto> {
    return caseDto(await this.deciding.review(context, { id, version }, verdict, text));
  }

  @Post('decision')
  @Allow('cases:decide')
  @Limit('document')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'decisions_decide',
    summary: 'Grant a grade, which is made public, or refuse with reasons',
  })
  @ApiOkResponse({ type: CaseDto })
  async decide(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() asked: DecideCaseDto,
  ): Promise<CaseDto> {
    return caseDto(await this.deciding.decide(context, { id, version }, asked));
  }

  @Post('objections/:objectionId/answer')
  @Allow('cases:decide')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'decisions_answerObjection',
    summary: 'Answer an objection; upheld, the case is decided again',
  })
  @ApiOkResponse({ type: CaseDto })
  async answerObjection(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('objectionId', idPipe) objectionId: string,
    @IfMatch() version: number,
    @Body() answer: AnswerObjectionDto,
  ): Promise<CaseDto> {
    const asked = { objectionIds: [objectionId], ...answer };
    return caseDto(await this.answering.execute(context, { id, version }, asked));
  }

  @Post('objections/answers')
  @Allow('cases:decide')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'decisions_answerObjections',
    summary: 'Answer several objections together, all with the same words',
  })
  @ApiOkResponse({ type: CaseDto })
  async answerObjections(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { objectionIds, verdict, text }: AnswerObjectionsDto,
  ): Promise<CaseDto> {
    const asked = { objectionIds, verdict, text };
    return caseDto(await this.answering.execute(context, { id, version }, asked));
  }

  @Post('appeal')
  @Allow('cases:review')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({ operationId: 'decisions_answerAppeal', summary: 'Answer the appeal' })
  @ApiOkResponse({ type: CaseDto })
  async answerAppeal(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { verdict, text }: AnswerAppealDto,
  ): Promise<CaseDto> {
    return caseDto(await this.deciding.answerAppeal(context, { id, version }, verdict, text));
  }
}
