import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import {
  Allow,
  Config,
  Context,
  correlationIdOf,
  Limit,
  Public,
  RequestContext,
  sessionTokenOf,
} from '../../kernel';
import { AccountView } from './account-view';
import {
  ChangeEmailDto,
  NewSecretDto,
  OwnAccountDto,
  ProvedCodeDto,
  RecoveryCodesDto,
} from './dto/second-factor.dto';
import { ChangeEmail } from './use-cases/change-email';
import { ChangeSecondFactor } from './use-cases/change-second-factor';
import { sessionPlaceOf } from './use-cases/open-session';
import { SetUpSecondFactor } from './use-cases/set-up-second-factor';

/** How a person signs in: address and second factor. What answers a secret is a PUT: answers of a POST are kept. */
@ApiTags('accounts')
@Controller()
export class OwnAccountController {
  constructor(
    private readonly view: AccountView,
    private readonly email: ChangeEmail,
    private readonly setUp: SetUpSecondFactor,
    private readonly secondFactor: ChangeSecondFactor,
    private readonly config: Config,
  ) {}

  @Get('account')
  @Allow('account:use')
  @ApiOperation({ operationId: 'account_get', summary: 'How the own account is signed in to' })
  @ApiOkResponse({ type: OwnAccountDto })
  get(@Context() context: RequestContext): Promise<OwnAccountDto> {
    return this.view.of(context);
  }

  @Post('account/email-change')
  @Allow('account:use')
  @Limit('change_email')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'emailChanges_begin',
    summary: 'Mail a link to a new address, which takes the place of the old one when it is used',
  })
  @ApiAcceptedResponse()
  changeEmail(
    @Context() context: RequestContext,
    @Body() body: ChangeEmailDto,
    @Req() request: Request,
  ): Promise<void> {
    return this.email.begin(context, { ...body, place: sessionPlaceOf(request) });
  }

  @Delete('account/email-change')
  @Allow('account:use')
  @HttpCode(204)
  @ApiOperation({ operationId: 'emailChanges_drop', summary: 'Keep the address of before' })
  @ApiNoContentResponse()
  keepEmail(@Context() context: RequestContext): Promise<void> {
    return this.email.drop(context);
  }

  @Put('email-changes/:token')
  @Public()
  @Limit('change_email_use')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'emailChanges_use',
    summary: 'Take a new address by the link that was mailed to it',
  })
  @ApiNoContentResponse()
  useEmailChange(@Param('token') token: string, @Req() request: Request): Promise<void> {
    return this.email.execute(token, correlationIdOf(request));
  }

  @Put('account/second-factor/secret')
  @Allow('account:use')
  @ApiOperation({
    operationId: 'secondFactor_begin',
    summary: 'A secret for an authenticator, in use when a code has proved it',
  })
  @ApiOkResponse({ type: NewSecretDto })
  begin(@Context() context: RequestContext): Promise<NewSecretDto> {
    return this.setUp.begin(context);
  }

  @Put('account/second-factor')
  @Allow('account:use')
  @Limit('change_password')
  @ApiOperation({ operationId: 'secondFactor_enable', summary: 'Switch the second factor on' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  async enable(
    @Context() context: RequestContext,
    @Body() body: ProvedCodeDto,
    @Req() request: Request,
  ): Promise<RecoveryCodesDto> {
    const token = sessionTokenOf(request, this.config) ?? '';
    return { codes: [...(await this.setUp.enable(context, { ...body, token }))] };
  }

  @Put('account/second-factor/recovery-codes')
  @Allow('account:use')
  @Limit('change_password')
  @ApiOperation({ operationId: 'secondFactor_renewCodes', summary: 'New recovery codes' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  async renewCodes(
    @Context() context: RequestContext,
    @Body() body: ProvedCodeDto,
  ): Promise<RecoveryCodesDto> {
    return { codes: [...(await this.secondFactor.renewCodes(context, body))] };
  }

  @Post('account/second-factor/end')
  @Allow('account:use')
  @Limit('change_password')
  @HttpCode(204)
  @ApiOperation({ operationId: 'secondFactor_end', summary: 'Switch the second factor off' })
  @ApiNoContentResponse()
  end(@Context() context: RequestContext, @Body() body: ProvedCodeDto): Promise<void> {
    return this.secondFactor.end(context, body);
  }
}
