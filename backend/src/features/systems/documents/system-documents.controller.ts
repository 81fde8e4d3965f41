import {
  Body,
  Controller,
  Get,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Patch,
  Res,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { SYSTEM_DOCUMENT_KINDS, type SystemDocumentKind } from '@liangxing/dossier';
import type { Response } from 'express';
import {
  Allow,
  Context,
  downloadHeaders,
  IfMatch,
  LargeBody,
  Limit,
  NeedsIfMatch,
  notFound,
  RequestContext,
  sendJson,
  XLSX,
} from '../../../kernel';
import { SetUpDocuments } from '../use-cases/set-up-documents';
import { ChangeDocumentsDto, SystemDocumentsDto } from './system-documents.dto';
import { DOCUMENT_FORMATS, isOffered, type DocumentFormat } from './document-format';
import { SystemDocuments } from '../use-cases/system-documents';

const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: XLSX,
  svg: 'image/svg+xml',
  png: 'image/png',
};

const kinds = Object.fromEntries(SYSTEM_DOCUMENT_KINDS.map((kind) => [kind, kind]));
const formats = Object.fromEntries(DOCUMENT_FORMATS.map((format) => [format, format]));

@ApiTags('systems')
@Controller('organizations/:organizationId/systems/:id/documents')
export class SystemDocumentsController {
  constructor(
    private readonly documents: SystemDocuments,
    private readonly setUp: SetUpDocuments,
  ) {}

  @Get()
  @Allow('systems:read')
  @ApiOperation({
    operationId: 'systems_getDocuments',
    summary: 'List, statistics and compilation notes as they stand, with their settings',
  })
  @ApiOkResponse({ type: SystemDocumentsDto })
  async get(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    sendJson(response, await this.documents.shown(context, id));
  }

  @Patch()
  @Allow('systems:write')
  // Every point of the compilation notes, written out.
  @LargeBody({ bytes: 1024 * 1024 })
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'systems_changeDocuments',
    summary: 'Choose layout and columns, write and confirm points of the notes',
  })
  @ApiOkResponse({ type: SystemDocumentsDto })
  async change(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { notes, ...changes }: ChangeDocumentsDto,
    @Res() response: Response,
  ): Promise<void> {
    const told = notes?.map(({ id: point, text, isConfirmed }) => [
      point,
      text === null ? null : { text, isConfirmed },
    ]);
    const command = told === undefined ? changes : { ...changes, notes: Object.fromEntries(told) };
    sendJson(response, await this.setUp.execute(context, id, version, command));
  }

  @Get(':kind/:format')
  @Allow('systems:read')
  @Limit('document')
  @ApiOperation({
    operationId: 'systems_downloadDocument',
    summary: 'A document as a file; svg and png of the diagram only',
  })
  @ApiParam({ name: 'kind', enum: SYSTEM_DOCUMENT_KINDS })
  @ApiParam({ name: 'format', enum: DOCUMENT_FORMATS })
  @ApiProduces(...Object.values(MEDIA_TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind', new ParseEnumPipe(kinds)) kind: SystemDocumentKind,
    @Param('format', new ParseEnumPipe(formats)) format: DocumentFormat,
    @Res() response: Response,
  ): Promise<void> {
    if (!isOffered(kind, format)) throw notFound();
    const { fileName, bytes } = await this.documents.file(context, id, kind, format);
    response.set(downloadHeaders(fileName, MEDIA_TYPES[format], 'attachment'));
    response.send(bytes);
  }
}
