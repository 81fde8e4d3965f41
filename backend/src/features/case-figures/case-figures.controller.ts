import { CASE_STATES } from '@liangxing/contracts';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  Allow,
  Context,
  downloadHeaders,
  Limit,
  RequestContext,
  TenantDatabase,
  XLSX,
} from '../../kernel';
import { CaseFiguresRepository } from './case-figures.repository';
import { CaseFiguresDto } from './dto/case-figures.dto';
import { ResultFiguresDto, ResultFiguresQueryDto } from './dto/result-figures.dto';
import { ResultFiguresRepository } from './result-figures.repository';
import { stagesOfAll, stageTimes } from './stage-times';
import { ExportResultFigures } from './use-cases/export-result-figures';
import { ReadResultFigures } from './use-cases/read-result-figures';

const TWO_YEARS = 2 * 366 * 86_400_000;

/** 评审统计 of a body. */
@ApiTags('case-figures')
@Controller('organizations/:organizationId/case-figures')
export class CaseFiguresController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly figures: CaseFiguresRepository,
    private readonly results: ResultFiguresRepository,
    private readonly reading: ReadResultFigures,
    private readonly exporting: ExportResultFigures,
  ) {}

  @Get()
  @Allow('cases:read')
  @ApiOperation({
    operationId: 'caseFigures_get',
    summary: 'Cases by state, time by stage, and who has how many',
  })
  @ApiOkResponse({ type: CaseFiguresDto })
  get(@Context() context: RequestContext): Promise<CaseFiguresDto> {
    return this.database.read(context, async (manager) => {
      const counted = await this.figures.inStates(manager, context);
      const since = new Date(Date.now() - TWO_YEARS);
      const letters = await this.figures.letters(manager, context, since);
      return {
        states: CASE_STATES.flatMap((state) => counted.filter((one) => one.state === state)),
        times: [...stageTimes(CASE_STATES, stagesOfAll(letters))],
        loads: await this.figures.loads(manager, context),
        schemes: await this.results.schemes(manager, context),
      };
    });
  }

  @Get('results')
  @Allow('cases:read')
  @ApiOperation({
    operationId: 'caseFigures_results',
    summary: 'Findings by item, and how far assessors agree with what was settled',
  })
  @ApiOkResponse({ type: ResultFiguresDto })
  ofResults(
    @Context() context: RequestContext,
    @Query() { schemeId, from, until }: ResultFiguresQueryDto,
  ): Promise<ResultFiguresDto> {
    const asked = { schemeId, from, until };
    return this.database.read(context, async (manager) =>
      ResultFiguresDto.of(await this.reading.execute(manager, context, asked)),
    );
  }

  @Get('results/export')
  @Allow('cases:read')
  @Limit('document')
  @ApiOperation({ operationId: 'caseFigures_export', summary: 'The same as a workbook' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @Context() context: RequestContext,
    @Query() { schemeId, from, until }: ResultFiguresQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { schemeId, from, until };
    const { fileName, content } = await this.exporting.execute(context, asked);
    response.set(downloadHeaders(fileName, XLSX, 'attachment')).send(content);
  }
}
