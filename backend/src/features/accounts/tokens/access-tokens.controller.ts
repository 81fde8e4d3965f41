import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Allow, Context, Limit, notFound, RequestContext, SecretAnswer } from '../../../kernel';
import { AccessTokenDto, MadeAccessTokenDto, MakeAccessTokenDto } from './access-token.dto';
import { AccessTokensRepository } from './access-tokens.repository';
import { ChangeAccessTokens } from '../use-cases/change-access-tokens';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

@ApiTags('accounts')
@Controller('account/access-tokens')
export class AccessTokensController {
  constructor(
    private readonly tokens: AccessTokensRepository,
    private readonly changes: ChangeAccessTokens,
  ) {}

  @Get()
  @Allow('account:use')
  @ApiOperation({ operationId: 'accessTokens_list', summary: 'Own access tokens, newest first' })
  @ApiOkResponse({ type: [AccessTokenDto] })
  async list(@Context() { userId }: RequestContext): Promise<AccessTokenDto[]> {
    return (await this.tokens.list(userId)).map((token) => AccessTokenDto.of(token));
  }

  @Post()
  @Allow('account:use')
  @Limit('change_password')
  @SecretAnswer()
  @ApiOperation({ operationId: 'accessTokens_make', summary: 'Make a token, which is shown once' })
  @ApiCreatedResponse({ type: MadeAccessTokenDto })
  async make(
    @Context() context: RequestContext,
    @Body() { organizationId, password, code, ...body }: MakeAccessTokenDto,
  ): Promise<MadeAccessTokenDto> {
    const wanted = { ...body, limitedTo: organizationId };
    const made = await this.changes.make(context, wanted, { password, code });
    return { ...AccessTokenDto.of(made.kept), token: made.token };
  }

  @Delete(':tokenId')
  @Allow('account:use')
  @HttpCode(204)
  @ApiOperation({ operationId: 'accessTokens_revoke', summary: 'Revoke one, at once' })
  @ApiNoContentResponse()
  revoke(@Context() context: RequestContext, @Param('tokenId', idPipe) id: string): Promise<void> {
    return this.changes.revoke(context, id);
  }
}
