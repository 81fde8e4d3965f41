import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { plusDays } from '@liangxing/contracts';
import type { Response } from 'express';
import {
  Allow,
  Context,
  downloadHeaders,
  IfMatch,
  Limit,
  NeedsIfMatch,
  notFound,
  organizationDay,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { CertificatesRepository } from './certificates.repository';
import {
  CertificateDetailDto,
  CertificateDto,
  certificateDto,
  CertificatePageDto,
  CertificatesQueryDto,
  DueRenewalDto,
  DueSurveillanceDto,
  dueSurveillanceDto,
  MoveCertificateDto,
  RecordSurveillanceDto,
  ReduceScopeDto,
  SurveillanceDto,
  surveillanceDto,
} from './dto/certificate.dto';
import { RenewalsRepository } from './renewals.repository';
import { SurveillancesRepository } from './surveillances.repository';
import { ChangeCertificate } from './use-cases/change-certificate';
import { PrintCertificate } from './use-cases/print-certificate';
import { RecordSurveillance } from './use-cases/record-surveillance';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });
const numberPipe = new ParseIntPipe({ exceptionFactory: notFound });

/** How far ahead the list of surveillances looks. */
const DAYS_AHEAD = 90;
const MOST_DUE = 500;

/** 证书 of a body: what it issued, and what becomes of it. */
@ApiTags('certificates')
@Controller('organizations/:organizationId/certificates')
export class CertificatesController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly certificates: CertificatesRepository,
    private readonly surveillances: SurveillancesRepository,
    private readonly renewing: RenewalsRepository,
    private readonly changing: ChangeCertificate,
    private readonly recording: RecordSurveillance,
    private readonly printing: PrintCertificate,
  ) {}

  @Get()
  @Allow('certificates:read')
  @ApiOperation({ operationId: 'certificates_list', summary: 'The newest first' })
  @ApiOkResponse({ type: CertificatePageDto })
  async list(
    @Context() context: RequestContext,
    @Query() { q = '', limit = 50, offset = 0 }: CertificatesQueryDto,
  ): Promise<CertificatePageDto> {
    const { total, rows } = await this.database.read(context, (manager) =>
      this.certificates.list(manager, context, q.trim(), { limit, offset }),
    );
    const today = organizationDay(new Date());
    return { total, rows: rows.map((one) => certificateDto(one, today)) };
  }

  @Get('surveillances')
  @Allow('certificates:read')
  @ApiOperation({
    operationId: 'certificates_due',
    summary: 'Surveillances that are overdue or due within 90 days',
  })
  @ApiOkResponse({ type: [DueSurveillanceDto] })
  async due(@Context() context: RequestContext): Promise<DueSurveillanceDto[]> {
    const today = organizationDay(new Date());
    const until = plusDays(today, DAYS_AHEAD);
    const found = await this.database.read(context, (manager) =>
      this.surveillances.due(manager, context, today, until, MOST_DUE),
    );
    return found.map((one) => dueSurveillanceDto(one, today));
  }

  @Get('renewals')
  @Allow('certificates:read')
  @ApiOperation({
    operationId: 'certificates_renewals',
    summary: 'Certificates whose renewal should be applied for by now, or within 90 days',
  })
  @ApiOkResponse({ type: [DueRenewalDto] })
  async renewals(@Context() context: RequestContext): Promise<DueRenewalDto[]> {
    const today = organizationDay(new Date());
    const until = plusDays(today, DAYS_AHEAD);
    const found = await this.database.read(context, (manager) =>
      this.renewing.due(manager, context, today, until, MOST_DUE),
    );
    return found.map(DueRenewalDto.of);
  }

  @Get(':id')
  @Allow('certificates:read')
  @ApiOperation({
    operationId: 'certificates_get',
    summary: 'A certificate with its changes and surveillances',
  })
  @ApiOkResponse({ type: CertificateDetailDto })
  get(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
  ): Promise<CertificateDetailDto> {
    return this.database.read(context, async (manager) => {
      const found = await this.certificates.find(manager, context, id);
      if (found === null) throw notFound();
      const changes = await this.certificates.changes(manager, context, id);
      const surveillances = await this.surveillances.list(manager, context, id);
      const today = organizationDay(new Date());
      return CertificateDetailDto.with(found, { changes, surveillances }, today);
    });
  }

  @Get(':id/editions/:edition/pdf')
  @Allow('certificates:read')
  @Limit('document')
  @ApiOperation({ operationId: 'certificates_pdf', summary: 'The PDF of an edition' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('edition', numberPipe) edition: number,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, content } = await this.printing.execute(context, id, edition);
    response.set(downloadHeaders(fileName, 'application/pdf', 'attachment')).send(content);
  }

  @Post(':id/moves')
  @Allow('certificates:write')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'certificates_move',
    summary: 'Suspend, restore or withdraw it; the enterprise is told',
  })
  @ApiOkResponse({ type: CertificateDto })
  async move(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { move, reason }: MoveCertificateDto,
  ): Promise<CertificateDto> {
    const changed = await this.changing.move(context, { id, version }, move, reason);
    return certificateDto(changed, organizationDay(new Date()));
  }

  @Post(':id/scope')
  @Allow('certificates:write')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'certificates_reduce',
    summary: 'Reduce its scope, as a new edition; the enterprise is told',
  })
  @ApiOkResponse({ type: CertificateDto })
  async reduce(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { scope, reason }: ReduceScopeDto,
  ): Promise<CertificateDto> {
    const changed = await this.changing.reduce(context, { id, version }, scope, reason);
    return certificateDto(changed, organizationDay(new Date()));
  }

  @Post(':id/surveillances/:number/result')
  @Allow('certificates:write')
  @HttpCode(200)
  @ApiOperation({ operationId: 'surveillances_record', summary: 'Write down what it found' })
  @ApiOkResponse({ type: [SurveillanceDto] })
  async record(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('number', numberPipe) number: number,
    @Body() result: RecordSurveillanceDto,
  ): Promise<SurveillanceDto[]> {
    const found = await this.recording.execute(context, id, number, result);
    const today = organizationDay(new Date());
    return found.map((one) => surveillanceDto(one, today));
  }
}
