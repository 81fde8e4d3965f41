import { Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards, Body } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  Allow,
  clearSessionCookies,
  Config,
  PlatformDatabase,
  Public,
  sessionTokenOf,
  setSessionCookies,
} from '../../kernel';
import { CachedIdentities } from './cached-identities';
import { SessionDto, SignInDto } from './dto/account.dto';
import { LocalGuard, type Authenticated } from './local.strategy';
import { newToken } from './session-tokens';
import { SessionView } from './session-view';
import { SessionsRepository } from './sessions.repository';

@ApiTags('accounts')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly identities: CachedIdentities,
    private readonly view: SessionView,
    private readonly database: PlatformDatabase,
    private readonly config: Config,
  ) {}

  @Post()
  // Decorators apply from below: the request is known to be our own before a password is tried.
  @UseGuards(LocalGuard)
  @Public()
  @ApiOperation({ operationId: 'sessions_signIn', summary: 'Sign in' })
  @ApiBody({ type: SignInDto })
  @ApiCreatedResponse({ type: SessionDto })
  async signIn(
    @Body() _checked: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const { userId } = request.user as Authenticated;
    const token = newToken();
    await this.sessions.insert(this.database.manager, token, userId, this.config.sessionDays);
    setSessionCookies(response, token, this.config);
    return this.view.ofUser(userId);
  }

  @Get('current')
  @Public()
  @ApiOperation({ operationId: 'sessions_current', summary: 'Who is signed in, if anyone' })
  @ApiOkResponse({ type: SessionDto })
  current(@Req() request: Request): Promise<SessionDto> {
    return this.view.ofToken(sessionTokenOf(request));
  }

  @Delete('current')
  @Allow('account:use')
  @HttpCode(204)
  @ApiOperation({ operationId: 'sessions_signOut', summary: 'Sign out' })
  @ApiNoContentResponse()
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const token = sessionTokenOf(request) ?? '';
    await this.sessions.remove(token);
    this.identities.forget(token);
    clearSessionCookies(response, this.config);
  }
}
