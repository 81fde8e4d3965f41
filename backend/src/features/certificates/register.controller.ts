import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Limit, notFound, organizationDay, PlatformDatabase, Public } from '../../kernel';
import { readVerificationCode } from '../dossiers';
import { PublicCertificateDto, publicCertificateDto, RegisterQueryDto } from './dto/register.dto';
import { RegisterRepository } from './register.repository';

/** 证书查询: anybody sees how a certificate stands; withdrawn ones stay. */
@ApiTags('register')
@Controller('certificates')
export class RegisterController {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly register: RegisterRepository,
  ) {}

  @Get()
  @Public()
  @Limit('verify')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'register_search', summary: 'Certificates of an enterprise' })
  @ApiOkResponse({ type: [PublicCertificateDto] })
  async search(
    @Query() { q, limit = 20, offset = 0 }: RegisterQueryDto,
  ): Promise<PublicCertificateDto[]> {
    const text = q.trim();
    if (text.length < 2) return [];
    const { manager } = this.database;
    const found = await this.register.search(manager, text, { limit, offset });
    const today = organizationDay(new Date());
    return found.map((one) => publicCertificateDto(one, today));
  }

  @Get(':code')
  @Public()
  @Limit('verify')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'register_get', summary: 'How the certificate of a code stands' })
  @ApiOkResponse({ type: PublicCertificateDto })
  async get(@Param('code') text: string): Promise<PublicCertificateDto> {
    const code = readVerificationCode(text);
    const found = code === null ? null : await this.register.byCode(this.database.manager, code);
    if (found === null) throw notFound();
    return publicCertificateDto(found, organizationDay(new Date()));
  }
}
