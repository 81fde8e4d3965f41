import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { EntityManager } from 'typeorm';
import {
  Allow,
  Audit,
  changedFields,
  Context,
  IfMatch,
  NeedsIfMatch,
  organizationDay,
  RequestContext,
  TenantDatabase,
  versionConflict,
} from '../../kernel';
import { DEFAULT_CLASSES } from './draft';
import { DraftsRepository } from './drafts.repository';
import {
  NextNumberDto,
  NextNumberQueryDto,
  NumberingDto,
  SaveNumberingDto,
} from './dto/numbering.dto';
import { nextNumber, ruleOf, suggestedPattern } from './own-numbers';

@ApiTags('drafts')
@Controller('organizations/:organizationId/numbering-rule')
export class NumberingController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly drafts: DraftsRepository,
    private readonly audit: Audit,
  ) {}

  @Get()
  @Allow('standards:read')
  @ApiOperation({
    operationId: 'numbering_get',
    summary: 'How the enterprise numbers its standards',
  })
  @ApiOkResponse({ type: NumberingDto })
  async get(@Context() context: RequestContext): Promise<NumberingDto> {
    return this.database.read(context, (manager) => this.setting(manager, context));
  }

  @Put()
  @Allow('standards:write')
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'numbering_save', summary: 'Set it; version 0 for the first time' })
  @ApiOkResponse({ type: NumberingDto })
  async save(
    @Context() context: RequestContext,
    @IfMatch() version: number,
    @Body() { pattern, classes }: SaveNumberingDto,
  ): Promise<NumberingDto> {
    const rule = ruleOf(pattern);
    return this.database.transaction(context, async (manager) => {
      const setting = { version, pattern: rule.pattern, classes };
      const stored = await this.drafts.numbering(manager, context);
      if (stored !== null && changedFields(stored, setting).length === 0)
        return this.setting(manager, context);
      if (!(await this.drafts.saveNumbering(manager, context, setting))) {
        throw versionConflict(await this.setting(manager, context));
      }
      const subject = { type: 'organization', id: context.organizationId };
      await this.audit.record(manager, context, 'numbering.saved', subject, { pattern });
      return this.setting(manager, context);
    });
  }

  @Get('next')
  @Allow('standards:read')
  @ApiOperation({ operationId: 'numbering_next', summary: 'The next free number' })
  @ApiOkResponse({ type: NextNumberDto })
  async next(
    @Context() context: RequestContext,
    @Query() { kind, node = '', year }: NextNumberQueryDto,
  ): Promise<NextNumberDto> {
    const thisYear = Number(organizationDay(new Date()).slice(0, 4));
    return this.database.read(context, async (manager) => {
      const setting = await this.drafts.numbering(manager, context);
      const taken = await this.drafts.ownNumbers(manager, context);
      return { number: nextNumber(setting, taken, { kind, node, year: year ?? thisYear }) };
    });
  }

  private async setting(manager: EntityManager, context: RequestContext): Promise<NumberingDto> {
    const stored = await this.drafts.numbering(manager, context);
    const suggestion = suggestedPattern(await this.drafts.ownNumbers(manager, context));
    const { version, pattern, classes } = stored ?? {
      version: 0,
      pattern: '',
      classes: DEFAULT_CLASSES,
    };
    return { version, pattern, classes: { ...classes }, suggestion };
  }
}
