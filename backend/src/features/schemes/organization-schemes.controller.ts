import { Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  type ApiBodyOptions,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Scheme } from '@liangxing/scheme';
import type { Request, Response } from 'express';
import {
  Allow,
  Context,
  downloadHeaders,
  Limit,
  RequestContext,
  TableUploads,
  XLSX,
} from '../../kernel';
import { TablePreviewDto } from './dto/table-preview.dto';
import { UsableSchemeDto } from './dto/usable-scheme.dto';
import { OrganizationSchemes } from './organization-schemes';
import { PublishOwnScheme } from './use-cases/publish-own-scheme';

const workbook = { content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } } as const;
const upload = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary' } },
  },
} satisfies ApiBodyOptions;

// `schemes:read` belongs to every person and asks for no membership: here the organization's own are read.
@ApiTags('schemes')
@Controller('organizations/:organizationId/schemes')
export class OrganizationSchemesController {
  constructor(
    private readonly schemes: OrganizationSchemes,
    private readonly publishing: PublishOwnScheme,
    private readonly uploads: TableUploads,
  ) {}

  @Get()
  @Allow('own_schemes:read')
  @ApiOperation({
    operationId: 'organizationSchemes_list',
    summary: 'Schemes to choose from: own ones and those published for everyone',
  })
  @ApiOkResponse({ type: [UsableSchemeDto] })
  async list(@Context() context: RequestContext): Promise<UsableSchemeDto[]> {
    return (await this.schemes.list(context)).map((scheme) => new UsableSchemeDto(scheme));
  }

  @Get('template')
  @Allow('own_schemes:read')
  @Limit('document')
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiOperation({
    operationId: 'organizationSchemes_template',
    summary: 'An empty workbook for a scoring table',
  })
  @ApiOkResponse(workbook)
  async template(@Context() context: RequestContext, @Res() response: Response): Promise<void> {
    const { content, fileName } = await this.schemes.emptyTable(context);
    response.set(downloadHeaders(fileName, XLSX, 'attachment')).end(content);
  }

  @Get(':id/versions/:version')
  @Allow('own_schemes:read')
  // A published version never changes.
  @Header('Cache-Control', 'private, max-age=31536000, immutable')
  @ApiOperation({ operationId: 'organizationSchemes_get', summary: 'One scheme version, complete' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async get(
    @Context() context: RequestContext,
    @Param('id') id: string,
    @Param('version') version: string,
  ): Promise<Scheme> {
    return (await this.schemes.get(context, id, version)).scheme;
  }

  @Get(':id/versions/:version/table')
  @Allow('own_schemes:read')
  @Limit('document')
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiOperation({ operationId: 'organizationSchemes_table', summary: 'A scheme as a workbook' })
  @ApiOkResponse(workbook)
  async table(
    @Context() context: RequestContext,
    @Param('id') id: string,
    @Param('version') version: string,
    @Res() response: Response,
  ): Promise<void> {
    const { content, fileName } = await this.schemes.table(context, id, version);
    response.set(downloadHeaders(fileName, XLSX, 'attachment')).end(content);
  }

  @Post('previews')
  @HttpCode(200)
  @Allow('schemes:write')
  @Limit('import')
  @ApiConsumes('multipart/form-data')
  @ApiBody(upload)
  @ApiOperation({
    operationId: 'organizationSchemes_preview',
    summary: 'Check a workbook: every problem, or what it would publish. Nothing is written',
  })
  @ApiOkResponse({ type: TablePreviewDto })
  async preview(
    @Context() context: RequestContext,
    @Req() request: Request,
  ): Promise<TablePreviewDto> {
    return this.uploads.receive(
      context,
      request,
      async (file) =>
        new TablePreviewDto(await this.publishing.preview(context, file), context.language),
    );
  }

  @Post('drafts')
  @HttpCode(200)
  @Allow('schemes:write')
  @Limit('import')
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiConsumes('multipart/form-data')
  @ApiBody(upload)
  @ApiOperation({
    operationId: 'organizationSchemes_draft',
    summary: 'A scoring table in another shape as a workbook to be completed. Nothing is written',
  })
  @ApiOkResponse(workbook)
  async draft(
    @Context() context: RequestContext,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { content, fileName } = await this.uploads.receive(context, request, (file) =>
      this.schemes.draftOf(context, file),
    );
    response.set(downloadHeaders(fileName, XLSX, 'attachment')).end(content);
  }

  @Post()
  @Allow('schemes:write')
  @Limit('import')
  @ApiConsumes('multipart/form-data')
  @ApiBody(upload)
  @ApiOperation({
    operationId: 'organizationSchemes_publish',
    summary: 'Publish a workbook as the next version of a scheme of the organization',
  })
  @ApiCreatedResponse({ type: UsableSchemeDto })
  async publish(
    @Context() context: RequestContext,
    @Req() request: Request,
  ): Promise<UsableSchemeDto> {
    return this.uploads.receive(context, request, async (file) => {
      const { scheme, version } = await this.publishing.execute(context, file);
      return new UsableSchemeDto({ published: { scheme }, own: version });
    });
  }
}
