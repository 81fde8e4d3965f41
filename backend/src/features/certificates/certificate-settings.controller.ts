import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Context,
  IfMatch,
  NeedsIfMatch,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { CertificateSettingsRepository } from './certificate-settings.repository';
import {
  CertificateSettingsDto,
  WriteCertificateSettingsDto,
} from './dto/certificate-settings.dto';
import { KeepSettings } from './use-cases/keep-settings';

/** How a body numbers and issues certificates. */
@ApiTags('certificates')
@Controller('organizations/:organizationId/certificate-settings')
export class CertificateSettingsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly settings: CertificateSettingsRepository,
    private readonly keeping: KeepSettings,
  ) {}

  @Get()
  @Allow('certificates:read')
  @ApiOperation({ operationId: 'certificates_settings', summary: 'As they are, or as usual' })
  @ApiOkResponse({ type: CertificateSettingsDto })
  get(@Context() context: RequestContext): Promise<CertificateSettingsDto> {
    return this.database.read(context, (manager) => this.settings.find(manager, context));
  }

  @Put()
  @Allow('certificates:write')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'certificates_writeSettings',
    summary: 'Write them anew; If-Match "0" at first',
  })
  @ApiOkResponse({ type: CertificateSettingsDto })
  write(
    @Context() context: RequestContext,
    @IfMatch() version: number,
    @Body() settings: WriteCertificateSettingsDto,
  ): Promise<CertificateSettingsDto> {
    return this.keeping.execute(context, { ...settings, version });
  }
}
