import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Context,
  isUuid,
  Limit,
  notFound,
  organizationDay,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { CurrencyRepository } from './currency.repository';
import {
  CurrencyChangesDto,
  CurrencyQueryDto,
  CurrencyReportDto,
  currencyReportDto,
  pageOf,
  NoticeChoiceDto,
  ReplacedStandardsDto,
  ReplacementDto,
  replacementDto,
  ReplacementInputDto,
} from './dto/currency.dto';
import { ChooseNotices } from './use-cases/choose-notices';
import { CheckCurrency } from './use-cases/check-currency';
import { ReadCurrency } from './use-cases/read-currency';
import { VerificationsRepository } from './verifications.repository';
import { ReplaceStandards, type ReplacedStandards } from './use-cases/replace-standards';

const replacedDto = ({ replaced, left }: ReplacedStandards): ReplacedStandardsDto => ({
  replaced: [...replaced],
  left,
});

@ApiTags('currency')
@Controller('organizations/:organizationId/currency')
export class CurrencyController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly currency: CurrencyRepository,
    private readonly verifications: VerificationsRepository,
    private readonly reading: ReadCurrency,
    private readonly checking: CheckCurrency,
    private readonly replacing: ReplaceStandards,
    private readonly notices: ChooseNotices,
  ) {}

  @Get()
  @Allow('standards:read')
  @ApiOperation({ operationId: 'currency_report', summary: 'Check the register (查新)' })
  @ApiOkResponse({ type: CurrencyReportDto })
  report(
    @Context() context: RequestContext,
    @Query() query: CurrencyQueryDto,
  ): Promise<CurrencyReportDto> {
    const day = organizationDay(new Date());
    return this.database.read(context, async (manager) => {
      const report = await this.reading.report(manager, context, day);
      const last = await this.currency.lastCheck(manager, context);
      const page = pageOf(report, query);
      const ids = page.rows.map(({ standard }) => standard.id);
      const verified = await this.verifications.latest(manager, context, ids);
      return currencyReportDto(report, day, last, page, verified);
    });
  }

  @Post('checks')
  @HttpCode(200)
  @Allow('standards:write')
  @Limit('check_currency')
  @ApiOperation({ operationId: 'currency_check', summary: 'Note the findings with the register' })
  @ApiOkResponse({ type: CurrencyChangesDto })
  async check(@Context() context: RequestContext): Promise<CurrencyChangesDto> {
    const { changes } = await this.checking.execute(context, new Date(), false);
    return { changes: changes.length };
  }

  @Get('replacements')
  @Allow('standards:read')
  @ApiOperation({ operationId: 'currency_replacements', summary: 'Log of replacements' })
  @ApiOkResponse({ type: [ReplacementDto] })
  log(@Context() context: RequestContext): Promise<ReplacementDto[]> {
    return this.database.read(context, async (manager) =>
      (await this.currency.log(manager, context)).map(replacementDto),
    );
  }

  @Post('replacements')
  @HttpCode(200)
  @Allow('standards:write')
  @ApiOperation({ operationId: 'currency_replace', summary: 'Replace one standard' })
  @ApiOkResponse({ type: ReplacedStandardsDto })
  async replace(
    @Context() context: RequestContext,
    @Body() wish: ReplacementInputDto,
  ): Promise<ReplacedStandardsDto> {
    const replaced = await this.replacing.one(context, { ...wish }, new Date());
    await this.checking.execute(context, new Date(), false);
    return replacedDto(replaced);
  }

  @Post('replacements/all')
  @HttpCode(200)
  @Allow('standards:write')
  @Limit('import')
  @ApiOperation({
    operationId: 'currency_replaceAll',
    summary: 'Replace every standard out of force that leaves no choice',
  })
  @ApiOkResponse({ type: ReplacedStandardsDto })
  async replaceAll(@Context() context: RequestContext): Promise<ReplacedStandardsDto> {
    const replaced = await this.replacing.all(context, new Date());
    await this.checking.execute(context, new Date(), false);
    return replacedDto(replaced);
  }

  @Post('replacements/:id/undo')
  @HttpCode(200)
  @Allow('standards:write')
  @ApiOperation({ operationId: 'currency_undoReplacement', summary: 'Put the old standard back' })
  @ApiOkResponse({ type: ReplacementDto })
  async undo(@Context() context: RequestContext, @Param('id') id: string): Promise<ReplacementDto> {
    if (!isUuid(id)) throw notFound();
    const undone = await this.replacing.undo(context, id);
    await this.checking.execute(context, new Date(), false);
    return replacementDto(undone);
  }

  @Get('notices')
  @Allow('standards:read')
  @ApiOperation({ operationId: 'currency_noticeChoice', summary: 'Whether I am told by mail' })
  @ApiOkResponse({ type: NoticeChoiceDto })
  async noticeChoice(@Context() context: RequestContext): Promise<NoticeChoiceDto> {
    return { wantsMail: await this.notices.wantsMail(context) };
  }

  @Put('notices')
  @Allow('standards:write')
  @ApiOperation({ operationId: 'currency_chooseNotice', summary: 'Be told by mail, or not' })
  @ApiOkResponse({ type: NoticeChoiceDto })
  async chooseNotice(
    @Context() context: RequestContext,
    @Body() { wantsMail }: NoticeChoiceDto,
  ): Promise<NoticeChoiceDto> {
    await this.notices.choose(context, wantsMail);
    return { wantsMail };
  }
}
