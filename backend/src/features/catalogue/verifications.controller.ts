import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Context, LargeBody, Limit, RequestContext, TenantDatabase } from '../../kernel';
import {
  StandardVerificationDto,
  verificationDto,
  UndoneVerificationsDto,
  VerificationIdsDto,
  VerificationInputDto,
  VerifiedStandardsDto,
} from './dto/verification.dto';
import { CheckCurrency } from './use-cases/check-currency';
import { TakeBackVerifications } from './use-cases/take-back-verifications';
import { VerifyStandards } from './use-cases/verify-standards';
import { VerificationsRepository } from './verifications.repository';

@ApiTags('currency')
@Controller('organizations/:organizationId/currency/verifications')
export class VerificationsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly verifications: VerificationsRepository,
    private readonly verifying: VerifyStandards,
    private readonly takingBack: TakeBackVerifications,
    private readonly checking: CheckCurrency,
  ) {}

  @Get()
  @Allow('standards:read')
  @ApiOperation({
    operationId: 'currency_verifications',
    summary: 'What people looked up, newest first',
  })
  @ApiOkResponse({ type: [StandardVerificationDto] })
  async list(@Context() context: RequestContext): Promise<StandardVerificationDto[]> {
    const stored = await this.database.read(context, (manager) =>
      this.verifications.list(manager, context),
    );
    return stored.map(verificationDto);
  }

  @Post()
  @HttpCode(200)
  @Allow('standards:write')
  @Limit('import')
  // Ids of 300 standards.
  @LargeBody({ bytes: 64 * 1024, nodes: 1_000 })
  @ApiOperation({
    operationId: 'currency_verify',
    summary: 'Note what was looked up about one standard or several',
  })
  @ApiOkResponse({ type: VerifiedStandardsDto })
  async verify(
    @Context() context: RequestContext,
    @Body() body: VerificationInputDto,
  ): Promise<VerifiedStandardsDto> {
    const { standards, result, replacedBy = '', checkedOn, source, evidenceId = null } = body;
    const finding = {
      ...{ result, checkedOn, source, evidenceId },
      replacedBy: result === 'replaced' ? replacedBy : '',
    };
    const done = await this.verifying.execute(context, standards, finding, new Date());
    await this.checking.execute(context, new Date(), false);
    return { ...done, ids: [...done.ids] };
  }

  @Post('undo')
  @HttpCode(200)
  @Allow('standards:write')
  @Limit('import')
  // 300 ids.
  @LargeBody({ bytes: 64 * 1024, nodes: 1_000 })
  @ApiOperation({
    operationId: 'currency_undoVerifications',
    summary: 'Take back what was noted; the rows get their earlier state',
  })
  @ApiOkResponse({ type: UndoneVerificationsDto })
  async undo(
    @Context() context: RequestContext,
    @Body() { ids }: VerificationIdsDto,
  ): Promise<UndoneVerificationsDto> {
    const undone = await this.takingBack.execute(context, ids, new Date());
    await this.checking.execute(context, new Date(), false);
    return { ...undone };
  }
}
