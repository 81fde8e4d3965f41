import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
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
  Context,
  Limit,
  notFound,
  Public,
  RequestContext,
  sessionTokenOf,
} from '../../kernel';
import { OwnSessionDto, SessionDto, SignInDto } from './dto/account.dto';
import { LocalGuard } from './local.strategy';
import { SessionView } from './session-view';
import { EndSessions } from './use-cases/end-sessions';
import { OpenSession } from './use-cases/open-session';
import type { User } from './users.repository';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

@ApiTags('accounts')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly openSession: OpenSession,
    private readonly endSessions: EndSessions,
    private readonly view: SessionView,
    private readonly config: Config,
  ) {}

  @Post()
  // Decorators apply from below: the request is known to be our own, and counted, before a password is tried.
  @UseGuards(LocalGuard)
  @Public()
  @Limit('sign_in')
  @ApiOperation({ operationId: 'sessions_signIn', summary: 'Sign in' })
  @ApiBody({ type: SignInDto })
  @ApiCreatedResponse({ type: SessionDto })
  async signIn(
    @Body() _checked: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const user = request.user as User;
    // Whoever signs in anew leaves no other session behind in this browser.
    await this.endSessions.this(sessionTokenOf(request, this.config));
    await this.openSession.execute(request, response, user);
    return this.view.ofUser(user.id);
  }

  @Get('current')
  @Public()
  @Limit('current_session')
  @ApiOperation({ operationId: 'sessions_current', summary: 'Who is signed in, if anyone' })
  @ApiOkResponse({ type: SessionDto })
  current(@Req() request: Request): Promise<SessionDto> {
    return this.view.ofToken(sessionTokenOf(request, this.config));
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
    await this.endSessions.this(sessionTokenOf(request, this.config));
    clearSessionCookies(response, this.config);
  }

  @Get()
  @Allow('account:use')
  @ApiOperation({ operationId: 'sessions_list', summary: 'Where the person is signed in' })
  @ApiOkResponse({ type: [OwnSessionDto] })
  async list(
    @Context() context: RequestContext,
    @Req() request: Request,
  ): Promise<OwnSessionDto[]> {
    const found = await this.endSessions.list(context, sessionTokenOf(request, this.config) ?? '');
    return found.map((session) => OwnSessionDto.of(session));
  }

  @Delete('others')
  @Allow('account:use')
  @HttpCode(204)
  @ApiOperation({ operationId: 'sessions_endOthers', summary: 'Sign out everywhere else' })
  @ApiNoContentResponse()
  endOthers(@Context() context: RequestContext, @Req() request: Request): Promise<void> {
    return this.endSessions.others(context, sessionTokenOf(request, this.config) ?? '');
  }

  @Delete(':sessionId')
  @Allow('account:use')
  @HttpCode(204)
  @ApiOperation({ operationId: 'sessions_end', summary: 'Sign out in one other place' })
  @ApiNoContentResponse()
  end(
    @Context() context: RequestContext,
    @Param('sessionId', idPipe) sessionId: string,
  ): Promise<void> {
    return this.endSessions.one(context, sessionId);
  }
}
