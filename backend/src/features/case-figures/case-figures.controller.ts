import { CASE_STATES } from '@liangxing/contracts';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Context, RequestContext, TenantDatabase } from '../../kernel';
import { CaseFiguresRepository } from './case-figures.repository';
import { CaseFiguresDto } from './dto/case-figures.dto';
import { stagesOfAll, stageTimes } from './stage-times';

const TWO_YEARS = 2 * 366 * 86_400_000;

/** 评审统计 of a body. */
@ApiTags('case-figures')
@Controller('organizations/:organizationId/case-figures')
export class CaseFiguresController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly figures: CaseFiguresRepository,
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
      };
    });
  }
}
