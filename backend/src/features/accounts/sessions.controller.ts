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
  correlationIdOf,
  Limit,
  Limits,
  limitSubjectOf,
  notFound,
  passkeyCookie,
  Public,
  RequestContext,
  secondStepCookie,
  signOnCookie,
  sessionTokenOf,
} from '../../kernel';
import { OwnSessionDto, SessionDto, SignInDto } from './dto/account.dto';
import { SecondStepDto } from './dto/second-factor.dto';
import { LocalGuard } from './local.strategy';
import { SignInByPasskeyDto } from './passkeys/passkey.dto';
import { PENDING_SECONDS } from './second-factor/pending-sign-ins.repository';
import { SessionView } from './session-view';
import { EndSessions } from './use-cases/end-sessions';
import { LinkIdentity } from './use-cases/link-identity';
import { OpenSession, sessionPlaceOf } from './use-cases/open-session';
import { SignInByPasskey } from './use-cases/sign-in-by-passkey';
import { SignInInTwoSteps } from './use-cases/sign-in-in-two-steps';
import type { User } from './users.repository';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

@ApiTags('accounts')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly openSession: OpenSession,
    private readonly twoSteps: SignInInTwoSteps,
    private readonly endSessions: EndSessions,
    private readonly passkeys: SignInByPasskey,
    private readonly identities: LinkIdentity,
    private readonly limits: Limits,
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
    @Body() { linksIdentity }: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const user = request.user as User;
    const waiting = await this.twoSteps.begin(user.id);
    if (waiting !== null) {
      secondStepCookie.set(response, waiting, PENDING_SECONDS, this.config);
      return this.view.ofSecondStep();
    }
    // Whoever signs in anew leaves no other session behind in this browser.
    await this.endSessions.this(sessionTokenOf(request, this.config));
    await this.openSession.execute(request, response, user);
    if (linksIdentity) await this.linkProved(request, response, user);
    return this.view.ofUser(user.id, false);
  }

  @Post('second-step')
  @Public()
  @Limit('second_step')
  @ApiOperation({
    operationId: 'sessions_secondStep',
    summary: 'The second step of signing in, after the password: a code, or a recovery code',
  })
  @ApiCreatedResponse({ type: SessionDto })
  async secondStep(
    @Body() { code, linksIdentity }: SecondStepDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const { token, user } = await this.twoSteps.complete({
      token: secondStepCookie.of(request, this.config),
      code,
      place: sessionPlaceOf(request),
      correlationId: correlationIdOf(request),
    });
    await this.endSessions.this(sessionTokenOf(request, this.config));
    secondStepCookie.set(response, '', 0, this.config);
    this.openSession.give(request, response, token, user.email);
    if (linksIdentity) await this.linkProved(request, response, user);
    return this.view.ofUser(user.id, true);
  }

  @Post('passkey')
  @Public()
  @Limit('sign_in_by_passkey')
  @ApiOperation({
    operationId: 'sessions_byPasskey',
    summary: 'Sign in by a passkey, which asks for no second step',
  })
  @ApiCreatedResponse({ type: SessionDto })
  async byPasskey(
    @Body() { userId, linksIdentity, ...answer }: SignInByPasskeyDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const { token, user } = await this.passkeys.complete({
      ...{ answer, userId, place: sessionPlaceOf(request) },
      browser: passkeyCookie.of(request, this.config),
    });
    await this.limits.giveBack('sign_in_by_passkey', limitSubjectOf(request, this.config));
    await this.endSessions.this(sessionTokenOf(request, this.config));
    this.openSession.give(request, response, token, user.email);
    if (linksIdentity) await this.linkProved(request, response, user);
    return this.view.ofUser(user.id, true);
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

  /** Who came from the provider before has now proved that the account is theirs. */
  private async linkProved(request: Request, response: Response, user: User): Promise<void> {
    const token = signOnCookie.of(request, this.config);
    if (token === undefined) return;
    signOnCookie.set(response, '', 0, this.config);
    await this.identities.linkProved(token, user, correlationIdOf(request));
  }
}
