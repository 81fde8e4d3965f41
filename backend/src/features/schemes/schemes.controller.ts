import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Scheme } from '@liangxing/scheme';
import { Allow, notFound } from '../../kernel';
import { SchemeSummaryDto } from './dto/scheme-summary.dto';
import { SchemeCatalogue } from './scheme-catalogue';

@ApiTags('schemes')
@Controller('schemes')
export class SchemesController {
  constructor(private readonly schemes: SchemeCatalogue) {}

  @Get()
  @Allow('schemes:read')
  @ApiOperation({ operationId: 'schemes_list', summary: 'Published schemes' })
  @ApiOkResponse({ type: [SchemeSummaryDto] })
  async list(): Promise<SchemeSummaryDto[]> {
    return (await this.schemes.listShipped()).map((scheme) => new SchemeSummaryDto(scheme));
  }

  @Get(':id/versions/:version')
  @Allow('schemes:read')
  // A published version never changes.
  @Header('Cache-Control', 'private, max-age=31536000, immutable')
  @ApiOperation({ operationId: 'schemes_get', summary: 'One scheme version, complete' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async get(@Param('id') id: string, @Param('version') version: string): Promise<Scheme> {
    const found = await this.schemes.findShipped(id, version);
    if (found === null) throw notFound();
    return found.scheme;
  }
}
