import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Limit, notFound, PlatformDatabase, Public } from '../../kernel';
import { DossiersRepository } from './dossiers.repository';
import { VerificationDto } from './dto/dossier.dto';
import { readVerificationCode } from './verification-code';

/** Anyone who holds a dossier's code learns what was issued under it, and nothing else. */
@ApiTags('verifications')
@Controller('verifications')
export class VerificationsController {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly dossiers: DossiersRepository,
  ) {}

  @Get(':code')
  @Public()
  @Limit('verify')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'verifications_get', summary: 'What was issued under a code' })
  @ApiOkResponse({ type: VerificationDto })
  async get(@Param('code') text: string): Promise<VerificationDto> {
    const code = readVerificationCode(text);
    if (code === null) throw notFound();
    const issued = await this.dossiers.issued(this.database.manager, code);
    if (issued === null) throw notFound();
    return { ...issued, issuedAt: issued.issuedAt.toISOString() };
  }
}
