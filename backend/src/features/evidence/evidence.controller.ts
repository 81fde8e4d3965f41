import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  Allow,
  Context,
  IfMatch,
  Limit,
  NeedsIfMatch,
  notFound,
  Quotas,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { ChangeEvidence } from './use-cases/change-evidence';
import {
  ChangeEvidenceDto,
  EvidenceDto,
  EvidenceLinkDto,
  EvidenceQueryDto,
  EvidenceUsageDto,
} from './dto/evidence.dto';
import { EvidenceDownload } from './use-cases/evidence-download';
import { requiredLink } from './evidence-links';
import { EvidenceRepository } from './evidence.repository';
import { UploadEvidence } from './use-cases/upload-evidence';
import { UploadReceiver } from './upload-receiver';

const file = { type: 'string', format: 'binary' } as const;
const date = { type: 'string', format: 'date' } as const;
const uuid = { type: 'string', format: 'uuid' } as const;
const text = { type: 'string' } as const;

@ApiTags('evidence')
@Controller('organizations/:organizationId/evidence')
export class EvidenceController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly evidence: EvidenceRepository,
    private readonly uploadEvidence: UploadEvidence,
    private readonly changeEvidence: ChangeEvidence,
    private readonly download: EvidenceDownload,
    private readonly receiver: UploadReceiver,
    private readonly quotas: Quotas,
  ) {}

  @Get()
  @Allow('evidence:read')
  @ApiOperation({
    operationId: 'evidence_list',
    summary: 'Evidence by item, standard, action or text',
  })
  @ApiOkResponse({ type: [EvidenceDto] })
  async list(
    @Context() context: RequestContext,
    @Query() filter: EvidenceQueryDto,
  ): Promise<EvidenceDto[]> {
    const found = await this.database.read(context, (manager) =>
      this.evidence.list(manager, context, filter),
    );
    return found.map(EvidenceDto.of);
  }

  @Get('usage')
  @Allow('evidence:read')
  @ApiOperation({ operationId: 'evidence_usage', summary: 'Room that evidence takes and may take' })
  @ApiOkResponse({ type: EvidenceUsageDto })
  async usage(@Context() context: RequestContext): Promise<EvidenceUsageDto> {
    const { organizationId } = context;
    return this.database.read(context, async (manager) => {
      const bytes = await this.quotas.usage(manager, organizationId, 'evidence_bytes');
      const files = await this.quotas.usage(manager, organizationId, 'evidence_files');
      return {
        bytes: bytes.used,
        mostBytes: bytes.most,
        files: files.used,
        mostFiles: files.most,
      };
    });
  }

  @Post()
  @Allow('evidence:write')
  @Limit('upload')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file,
        title: text,
        periodFrom: date,
        periodTo: date,
        validUntil: date,
        assessmentId: uuid,
        itemId: text,
        conditionId: text,
        standardId: uuid,
        actionId: uuid,
        again: { type: 'string', enum: ['true', 'false'] },
      },
    },
  })
  @ApiOperation({ operationId: 'evidence_upload', summary: 'Upload a file as new evidence' })
  @ApiCreatedResponse({ type: EvidenceDto })
  async upload(@Context() context: RequestContext, @Req() request: Request): Promise<EvidenceDto> {
    const upload = await this.receiver.receive(context, request);
    const fields = await this.receiver.fieldsOf(upload);
    const { link, isSecondCopy } = fields;
    const added = await this.uploadEvidence.add(context, upload, fields, link, isSecondCopy);
    return EvidenceDto.of(added);
  }

  @Post(':id/revisions')
  @Allow('evidence:write')
  @Limit('upload')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file } } })
  @ApiOperation({ operationId: 'evidence_revise', summary: 'Upload a new revision of the file' })
  @ApiCreatedResponse({ type: EvidenceDto })
  async revise(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
  ): Promise<EvidenceDto> {
    const upload = await this.receiver.receive(context, request);
    return EvidenceDto.of(await this.uploadEvidence.revise(context, id, upload));
  }

  @Get(':id')
  @Allow('evidence:read')
  @ApiOperation({ operationId: 'evidence_get', summary: 'One proof with its files' })
  @ApiOkResponse({ type: EvidenceDto })
  async get(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<EvidenceDto> {
    const found = await this.database.read(context, (manager) =>
      this.evidence.find(manager, context, id),
    );
    if (found === null) throw notFound();
    return EvidenceDto.of(found);
  }

  @Patch(':id')
  @Allow('evidence:write')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'evidence_update',
    summary: 'Change title, period or end of validity',
  })
  @ApiOkResponse({ type: EvidenceDto })
  async update(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() expectedVersion: number,
    @Body() changes: ChangeEvidenceDto,
  ): Promise<EvidenceDto> {
    return EvidenceDto.of(await this.changeEvidence.change(context, id, expectedVersion, changes));
  }

  @Delete(':id')
  @Allow('evidence:write')
  @NeedsIfMatch()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'evidence_delete',
    summary: 'Delete a proof that serves nothing, with its files',
  })
  @ApiNoContentResponse()
  async remove(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() expectedVersion: number,
  ): Promise<void> {
    await this.changeEvidence.remove(context, id, expectedVersion);
  }

  @Put(':id/links')
  @Allow('evidence:write')
  @ApiOperation({
    operationId: 'evidence_link',
    summary: 'Let it serve an item, a standard or an action',
  })
  @ApiOkResponse({ type: EvidenceDto })
  async link(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EvidenceLinkDto,
  ): Promise<EvidenceDto> {
    const link = requiredLink(body);
    return EvidenceDto.of(await this.changeEvidence.link(context, id, link, 'link'));
  }

  @Delete(':id/links')
  @Allow('evidence:write')
  @ApiOperation({ operationId: 'evidence_unlink', summary: 'It no longer serves this' })
  @ApiBody({ type: EvidenceLinkDto })
  @ApiOkResponse({ type: EvidenceDto })
  async unlink(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EvidenceLinkDto,
  ): Promise<EvidenceDto> {
    const link = requiredLink(body);
    return EvidenceDto.of(await this.changeEvidence.link(context, id, link, 'unlink'));
  }

  @Get(':id/revisions/:revision/content')
  @Allow('evidence:read')
  @Limit('download')
  @ApiProduces('application/octet-stream')
  @ApiOperation({ operationId: 'evidence_content', summary: 'The file itself' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('revision', ParseIntPipe) revision: number,
    @Res() response: Response,
  ): Promise<void> {
    await this.download.send(context, id, revision, response);
  }
}
