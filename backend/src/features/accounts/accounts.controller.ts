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
  Public,
  RequestContext,
  sessionTokenOf,
  setSessionCookies,
} from '../../kernel';
import { AccountChanges } from './use-cases/account-changes';
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
  @ApiOperation({ operationId: 'accounts_register', summary: 'Register and sign in' })
  @ApiCreatedResponse({ type: SessionDto })
  async register(
    @Body() body: RegisterDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    await this.changes.limits.countAddress(request.ip ?? '');
    const { token, userId } = await this.changes.register.execute({
      ...body,
      language: body.language ?? languageOf(request),
    });
    setSessionCookies(response, token, this.config);
    return this.changes.view.ofUser(userId);
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
  @HttpCode(204)
  @ApiOperation({ operationId: 'account_changePassword', summary: 'Change the password' })
  @ApiNoContentResponse()
  async changePassword(
    @Context() context: RequestContext,
    @Body() body: ChangePasswordDto,
    @Req() request: Request,
  ): Promise<void> {
    await this.changes.limits.countAddress(request.ip ?? '');
    const token = sessionTokenOf(request) ?? '';
    await this.changes.password.execute(context, { ...body, token });
  }

  @Post('password-resets')
  @Public()
  @HttpCode(202)
  @ApiOperation({ operationId: 'passwordResets_request', summary: 'Mail a link to a new password' })
  @ApiAcceptedResponse()
  async requestReset(
    @Body() body: RequestPasswordResetDto,
    @Req() request: Request,
  ): Promise<void> {
    await this.changes.limits.countAddress(request.ip ?? '');
    await this.changes.reset.request(body.email, correlationIdOf(request));
  }

  @Put('password-resets/:token')
  @Public()
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
  ): Promise<void> {
    await this.changes.limits.countAddress(request.ip ?? '');
    await this.changes.reset.execute(token, body.password);
  }
}
