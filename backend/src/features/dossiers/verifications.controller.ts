import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Limit, notFound, PlatformDatabase, Public } from '../../kernel';
import { VerificationDto } from './dto/dossier.dto';
import { readVerificationCode } from './verification-code';

interface IssuedRow {
  readonly issued_code: string;
  readonly sha256: string;
  readonly enterprise_name: string;
  readonly grade: string | null;
  readonly total: number | null;
  readonly is_provisional: boolean;
  readonly issued_at: Date;
}

/** Anyone who holds a dossier's code learns what was issued under it, and nothing else. */
@ApiTags('verifications')
@Controller('verifications')
export class VerificationsController {
  constructor(private readonly database: PlatformDatabase) {}

  @Get(':code')
  @Public()
  @Limit('verify')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'verifications_get', summary: 'What was issued under a code' })
  @ApiOkResponse({ type: VerificationDto })
  async get(@Param('code') text: string): Promise<VerificationDto> {
    const code = readVerificationCode(text);
    if (code === null) throw notFound();
    const rows: IssuedRow[] = await this.database.manager.query(
      `SELECT * FROM app.issued_dossier($1)`,
      [code],
    );
    const [issued] = rows;
    if (issued === undefined) throw notFound();
    return {
      code: issued.issued_code,
      sha256: issued.sha256,
      enterpriseName: issued.enterprise_name,
      grade: issued.grade,
      total: issued.total,
      isProvisional: issued.is_provisional,
      issuedAt: issued.issued_at.toISOString(),
    };
  }
}
