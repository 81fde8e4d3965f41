import { Body, Controller, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import {
  ApiFoundResponse,
  ApiNoContentResponse,
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
  Limits,
  limitSubjectOf,
  ProblemError,
  Public,
  RequestContext,
  secondStepCookie,
  sessionTokenOf,
  signOnCookie,
  Unlimited,
} from '../../../kernel';
import { OwnerProofDto } from '../dto/second-factor.dto';
import { PENDING_SECONDS } from '../second-factor/pending-sign-ins.repository';
import { BeginSignOn } from '../use-cases/begin-sign-on';
import { EndSessions } from '../use-cases/end-sessions';
import { EndSignOn } from '../use-cases/end-sign-on';
import { LinkIdentity } from '../use-cases/link-identity';
import { OpenSession } from '../use-cases/open-session';
import { SignInInTwoSteps } from '../use-cases/sign-in-in-two-steps';
import type { User } from '../users.repository';
import { flowSecretsOf } from './flow-secrets';
import { SIGN_ON_SECONDS, type BegunSignOn } from './pending-sign-ons.repository';
import { SignOnProvider } from './sign-on-provider';
import { BeginSignOnDto, SignOnOfferDto, WayToProviderDto } from './sign-on.dto';

/** Signing in by a provider of identities. What is begun is of this browser alone: a PUT, whose answer nobody repeats. */
@ApiTags('accounts')
@Controller()
export class SignOnController {
  constructor(
    private readonly provider: SignOnProvider,
    private readonly beginning: BeginSignOn,
    private readonly ending: EndSignOn,
    private readonly identities: LinkIdentity,
    private readonly twoSteps: SignInInTwoSteps,
    private readonly endSessions: EndSessions,
    private readonly openSession: OpenSession,
    private readonly limits: Limits,
    private readonly config: Config,
  ) {}

  @Get('sign-on')
  @Public()
  @Limit('current_session')
  @ApiOperation({ operationId: 'signOn_offer', summary: 'Whether there is single sign-on' })
  @ApiOkResponse({ type: SignOnOfferDto })
  offer(): SignOnOfferDto {
    return { name: this.provider.name };
  }

  @Put('sign-on')
  @Public()
  @Limit('sign_on')
  @ApiOperation({ operationId: 'signOn_begin', summary: 'Begin to sign in by the provider' })
  @ApiOkResponse({ type: WayToProviderDto })
  async begin(
    @Body() { from }: BeginSignOnDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WayToProviderDto> {
    const { token, location } = await this.beginning.signIn(from);
    signOnCookie.set(response, token, SIGN_ON_SECONDS, this.config);
    return { location };
  }

  @Put('account/identity')
  @Allow('account:use')
  @Limit('change_password')
  @ApiOperation({ operationId: 'identity_link', summary: 'Begin to link who one is there' })
  @ApiOkResponse({ type: WayToProviderDto })
  async link(
    @Context() context: RequestContext,
    @Body() proof: OwnerProofDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WayToProviderDto> {
    const session = sessionTokenOf(request, this.config) ?? '';
    const { token, location } = await this.beginning.link(context, proof, session);
    signOnCookie.set(response, token, SIGN_ON_SECONDS, this.config);
    return { location };
  }

  @Post('account/identity/end')
  @Allow('account:use')
  @Limit('change_password')
  @HttpCode(204)
  @ApiOperation({ operationId: 'identity_unlink', summary: 'Sign in by the provider no longer' })
  @ApiNoContentResponse()
  unlink(
    @Context() context: RequestContext,
    @Body() proof: OwnerProofDto,
    @Req() request: Request,
  ): Promise<void> {
    return this.identities.unlink(context, proof, sessionTokenOf(request, this.config) ?? '');
  }

  /** A person stands before it: whatever comes of it is a page, which is told by a code what went wrong. */
  @Get('sign-on/callback')
  @Public()
  @Unlimited('it counts itself, so that going beyond leads to a page, too')
  @ApiOperation({ operationId: 'signOn_end', summary: 'Where the provider sends the browser back' })
  @ApiFoundResponse({ description: 'To a page of this site' })
  async end(@Req() request: Request, @Res() response: Response): Promise<void> {
    const token = signOnCookie.of(request, this.config);
    const query = /\?.*$/.exec(request.originalUrl)?.[0] ?? '';
    const subject = limitSubjectOf(request, this.config);
    let begun: BegunSignOn | null = null;
    try {
      if (!(await this.limits.isWithin('sign_on', subject)))
        throw new ProblemError('sign_on_paused');
      // An answer to something else, as any site can send one, ends nothing that is under way here.
      if (token === undefined || !isAnswerTo(token, query)) throw new ProblemError('sign_on_over');
      signOnCookie.set(response, '', 0, this.config);
      begun = await this.ending.take(token);
      if (begun === null) throw new ProblemError('sign_on_over');
      const ended = await this.ending.execute(begun, {
        query,
        token,
        session: sessionTokenOf(request, this.config),
        language: languageOf(request),
        correlationId: correlationIdOf(request),
      });
      if ('unproved' in ended) {
        signOnCookie.set(response, ended.unproved, SIGN_ON_SECONDS, this.config);
        throw new ProblemError('sign_on_unproved');
      }
      await this.limits.giveBack('sign_on', subject);
      // Who links has begun on the page of the account, which counts otherwise.
      if ('user' in ended) await this.limits.giveBack('sign_on', subject);
      if ('linkedTo' in ended) lead(response, '/account?signOn=linked');
      else lead(response, await this.signIn(ended.user, begun.returnTo, request, response));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      lead(response, pageOf(begun, { signOn: error.code }));
    }
  }

  /** As after a right password. @returns the page that comes next */
  private async signIn(
    user: User,
    returnTo: string,
    request: Request,
    response: Response,
  ): Promise<string> {
    const waiting = await this.twoSteps.begin(user.id);
    if (waiting !== null) {
      secondStepCookie.set(response, waiting, PENDING_SECONDS, this.config);
      return `/sign-in?${new URLSearchParams({ signOn: 'second_step', from: returnTo }).toString()}`;
    }
    await this.endSessions.this(sessionTokenOf(request, this.config));
    await this.openSession.execute(request, response, user);
    return returnTo;
  }
}

function isAnswerTo(token: string, query: string): boolean {
  return new URLSearchParams(query).get('state') === flowSecretsOf(token).state;
}

/** Without the sentence that Express writes for whom no browser shows it. */
function lead(response: Response, page: string): void {
  response.status(302).location(page).end();
}

/** The page on which the person began. */
function pageOf(begun: BegunSignOn | null, told: Readonly<Record<string, string>>): string {
  const isLink = begun !== null && begun.sessionHash !== null;
  const from = begun === null || isLink ? {} : { from: begun.returnTo };
  return `${isLink ? '/account' : '/sign-in'}?${new URLSearchParams({ ...told, ...from }).toString()}`;
}
