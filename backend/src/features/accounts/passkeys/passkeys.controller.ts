import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
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
  IfMatch,
  Limit,
  NeedsIfMatch,
  notFound,
  passkeyCookie,
  Public,
  RequestContext,
  sessionTokenOf,
} from '../../../kernel';
import { browserOf } from '../browser-of';
import { OwnerProofDto } from '../dto/second-factor.dto';
import { AddPasskey } from '../use-cases/add-passkey';
import { ChangePasskeys } from '../use-cases/change-passkeys';
import { SignInByPasskey } from '../use-cases/sign-in-by-passkey';
import { CHALLENGE_SECONDS } from './passkey-challenges.repository';
import {
  AddPasskeyDto,
  ChangePasskeyDto,
  NewPasskeyChallengeDto,
  PasskeyChallengeDto,
  PasskeyDto,
  PasskeyOfferDto,
} from './passkey.dto';
import { PasskeysRepository } from './passkeys.repository';
import { ALGORITHMS, handleOf, RelyingParty } from './relying-party';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });
/** Where neither the person nor the browser has a name for it. */
const UNNAMED = { 'zh-CN': '通行密钥', en: 'Passkey' } as const;

/** Passkeys of people. Challenges are answers to a PUT: those of a POST are kept. `sessions/passkey` signs in. */
@ApiTags('accounts')
@Controller()
export class PasskeysController {
  constructor(
    private readonly party: RelyingParty,
    private readonly passkeys: PasskeysRepository,
    private readonly signingIn: SignInByPasskey,
    private readonly adding: AddPasskey,
    private readonly changes: ChangePasskeys,
    private readonly config: Config,
  ) {}

  @Get('passkeys')
  @Public()
  @Limit('current_session')
  @ApiOperation({ operationId: 'passkeys_offer', summary: 'Whether and where there are passkeys' })
  @ApiOkResponse({ type: PasskeyOfferDto })
  offer(): PasskeyOfferDto {
    return { origin: this.party.origin };
  }

  @Put('passkeys/challenge')
  @Public()
  @Limit('passkey_challenge')
  @ApiOperation({ operationId: 'passkeys_challenge', summary: 'Begin to sign in by a passkey' })
  @ApiOkResponse({ type: PasskeyChallengeDto })
  async challenge(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PasskeyChallengeDto> {
    const known = passkeyCookie.of(request, this.config);
    const { browser, ...begun } = await this.signingIn.begin(known);
    passkeyCookie.set(response, browser, CHALLENGE_SECONDS, this.config);
    return begun;
  }

  @Get('account/passkeys')
  @Allow('account:use')
  @ApiOperation({ operationId: 'ownPasskeys_list', summary: 'Own passkeys, oldest first' })
  @ApiOkResponse({ type: [PasskeyDto] })
  async list(@Context() { userId }: RequestContext): Promise<PasskeyDto[]> {
    return (await this.passkeys.list(userId)).map((passkey) => PasskeyDto.of(passkey));
  }

  @Put('account/passkeys/challenge')
  @Allow('account:use')
  @Limit('change_password')
  @ApiOperation({ operationId: 'ownPasskeys_begin', summary: 'Begin to add a passkey' })
  @ApiOkResponse({ type: NewPasskeyChallengeDto })
  async begin(
    @Context() context: RequestContext,
    @Body() proof: OwnerProofDto,
    @Req() request: Request,
  ): Promise<NewPasskeyChallengeDto> {
    const session = sessionTokenOf(request, this.config) ?? '';
    const { known, ...begun } = await this.adding.begin(context, proof, session);
    return {
      ...begun,
      userHandle: handleOf(context.userId),
      algorithms: [...ALGORITHMS],
      known: known.map(({ credentialId, transports }) => ({
        credentialId: credentialId.toString('base64url'),
        transports,
      })),
    };
  }

  @Post('account/passkeys')
  @Allow('account:use')
  @Limit('add_passkey')
  @ApiOperation({ operationId: 'ownPasskeys_add', summary: 'Add the passkey that was made' })
  @ApiCreatedResponse({ type: PasskeyDto })
  async add(
    @Context() context: RequestContext,
    @Body() { name: written, ...made }: AddPasskeyDto,
    @Req() request: Request,
  ): Promise<PasskeyDto> {
    const name = written ?? (browserOf(request.headers['user-agent']) || UNNAMED[context.language]);
    const session = sessionTokenOf(request, this.config) ?? '';
    return PasskeyDto.of(await this.adding.complete(context, { ...made, name }, session));
  }

  @Patch('account/passkeys/:passkeyId')
  @Allow('account:use')
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'ownPasskeys_rename', summary: 'Rename one' })
  @ApiOkResponse({ type: PasskeyDto })
  async rename(
    @Context() context: RequestContext,
    @Param('passkeyId', idPipe) id: string,
    @Body() { name }: ChangePasskeyDto,
    @IfMatch() version: number,
  ): Promise<PasskeyDto> {
    return PasskeyDto.of(await this.changes.rename(context, { id, version, name }));
  }

  @Post('account/passkeys/:passkeyId/end')
  @Allow('account:use')
  @Limit('change_password')
  @HttpCode(204)
  @ApiOperation({ operationId: 'ownPasskeys_remove', summary: 'Sign in by this one no longer' })
  @ApiNoContentResponse()
  remove(
    @Context() context: RequestContext,
    @Param('passkeyId', idPipe) id: string,
    @Body() proof: OwnerProofDto,
    @Req() request: Request,
  ): Promise<void> {
    const session = sessionTokenOf(request, this.config) ?? '';
    return this.changes.remove(context, { id, proof, session });
  }
}
