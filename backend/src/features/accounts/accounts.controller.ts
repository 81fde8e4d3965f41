import { Body, Controller, HttpCode, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiAcceptedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  Allow,
  Config,
  Context,
  correlationIdOf,
  languageOf,
  Limit,
  Public,
  rememberDevice,
  RequestContext,
  sessionTokenOf,
} from '../../kernel';
import { AccountChanges } from './use-cases/account-changes';
import { sessionPlaceOf } from './use-cases/open-session';
import {
  ChangeAccountDto,
  ChangePasswordDto,
  RegisterDto,
  RequestPasswordResetDto,
  ResetPasswordDto,
  SessionDto,
} from './dto/account.dto';

@ApiTags('accounts')
@Controller()
export class AccountsController {
  constructor(
    private readonly changes: AccountChanges,
    private readonly config: Config,
  ) {}

  @Post('accounts')
  @Public()
  @Limit('register')
  @ApiOperation({ operationId: 'accounts_register', summary: 'Register and sign in' })
  @ApiCreatedResponse({ type: SessionDto })
  async register(
    @Body() body: RegisterDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const { token, userId } = await this.changes.register.execute({
      ...body,
      language: body.language ?? languageOf(request),
      place: sessionPlaceOf(request),
      correlationId: correlationIdOf(request),
    });
    this.changes.session.give(request, response, token, body.email);
    return this.changes.view.ofUser(userId, false);
  }

  @Patch('account')
  @Allow('account:use')
  @ApiOperation({ operationId: 'account_change', summary: 'Change name or language' })
  @ApiOkResponse({ type: SessionDto })
  async change(
    @Context() context: RequestContext,
    @Body() body: ChangeAccountDto,
  ): Promise<SessionDto> {
    return this.changes.change(context, body);
  }

  @Put('account/password')
  @Allow('account:use')
  @Limit('change_password')
  @HttpCode(204)
  @ApiOperation({ operationId: 'account_changePassword', summary: 'Change the password' })
  @ApiNoContentResponse()
  async changePassword(
    @Context() context: RequestContext,
    @Body() body: ChangePasswordDto,
    @Req() request: Request,
  ): Promise<void> {
    const token = sessionTokenOf(request, this.config) ?? '';
    await this.changes.password.execute(context, { ...body, token });
  }

  @Post('password-resets')
  @Public()
  @Limit('reset_request')
  @HttpCode(202)
  @ApiOperation({ operationId: 'passwordResets_request', summary: 'Mail a link to a new password' })
  @ApiAcceptedResponse()
  async requestReset(
    @Body() body: RequestPasswordResetDto,
    @Req() request: Request,
  ): Promise<void> {
    await this.changes.reset.request(body.email, correlationIdOf(request));
  }

  @Put('password-resets/:token')
  @Public()
  @Limit('reset_use')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'passwordResets_use',
    summary: 'Set a new password by a mailed link',
  })
  @ApiNoContentResponse()
  async reset(
    @Param('token') token: string,
    @Body() body: ResetPasswordDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { email } = await this.changes.reset.execute(
      token,
      body.password,
      correlationIdOf(request),
    );
    rememberDevice(request, response, email, this.config);
  }

  @Post('account/email-confirmations')
  @Allow('account:use')
  @Limit('confirmation_mail')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'emailConfirmations_send',
    summary: 'Mail the link that confirms the own address once more',
  })
  @ApiAcceptedResponse()
  sendConfirmation(@Context() context: RequestContext): Promise<void> {
    return this.changes.confirmation.resend(context);
  }

  @Put('email-confirmations/:token')
  @Public()
  @Limit('confirmation_use')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'emailConfirmations_use',
    summary: 'Confirm an address by a mailed link',
  })
  @ApiNoContentResponse()
  confirmEmail(@Param('token') token: string, @Req() request: Request): Promise<void> {
    return this.changes.confirmation.execute(token, correlationIdOf(request));
  }
}
