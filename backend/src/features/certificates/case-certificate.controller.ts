import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Context,
  IfMatch,
  NeedsIfMatch,
  notFound,
  organizationDay,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { caseDto, CaseDto, CasesRepository } from '../cases';
import { CertificatesRepository } from './certificates.repository';
import {
  CaseCertificateDto,
  CertificateDetailDto,
  IssueCertificateDto,
} from './dto/certificate.dto';
import { SurveillancesRepository } from './surveillances.repository';
import { IssueCertificate } from './use-cases/issue-certificate';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

/** The certificate of a case. */
@ApiTags('certificates')
@Controller('organizations/:organizationId/cases/:id/certificate')
export class CaseCertificateController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly certificates: CertificatesRepository,
    private readonly surveillances: SurveillancesRepository,
    private readonly issuing: IssueCertificate,
  ) {}

  @Get()
  @Allow('certificates:read')
  @ApiOperation({ operationId: 'certificates_ofCase', summary: 'The certificate of a case' })
  @ApiOkResponse({ type: CaseCertificateDto })
  get(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
  ): Promise<CaseCertificateDto> {
    return this.database.read(context, async (manager) => {
      if ((await this.cases.find(manager, context, id)) === null) throw notFound();
      const found = await this.certificates.ofCase(manager, context, id);
      if (found === null) return { certificate: null };
      const changes = await this.certificates.changes(manager, context, found.id);
      const surveillances = await this.surveillances.list(manager, context, found.id);
      const today = organizationDay(new Date());
      return { certificate: CertificateDetailDto.with(found, { changes, surveillances }, today) };
    });
  }

  @Post()
  @Allow('certificates:write')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'certificates_issue',
    summary: 'Issue the certificate, once the publicity is over; the enterprise is told',
  })
  @ApiOkResponse({ type: CaseDto })
  async issue(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { number = '', text }: IssueCertificateDto,
  ): Promise<CaseDto> {
    return caseDto(await this.issuing.execute(context, { id, version }, { number, text }));
  }
}
