import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Context,
  IfMatch,
  Limit,
  NeedsIfMatch,
  notFound,
  RequestContext,
  TenantDatabase,
} from '../../../kernel';
import { AssessmentsReader } from '../../assessments';
import { AttachmentListDto, SaveAttachmentsDto } from './attachment.dto';
import { AttachmentsRepository } from './attachments.repository';
import { SaveAttachments } from '../use-cases/save-attachments';

@ApiTags('dossiers')
@Controller('organizations/:organizationId/assessments/:assessmentId/attachments')
export class AttachmentsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly assessments: AssessmentsReader,
    private readonly attachments: AttachmentsRepository,
    private readonly saving: SaveAttachments,
  ) {}

  @Get()
  @Allow('dossiers:read')
  @ApiOperation({
    operationId: 'attachments_get',
    summary: 'Files of the library whose pages stand behind the dossier',
  })
  @ApiOkResponse({ type: AttachmentListDto })
  async get(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
  ): Promise<AttachmentListDto> {
    return this.database.read(context, async (manager) => {
      if ((await this.assessments.find(manager, context, assessmentId)) === null) throw notFound();
      return AttachmentListDto.of(await this.attachments.find(manager, context, assessmentId));
    });
  }

  @Put()
  @Allow('dossiers:write')
  @Limit('attach')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'attachments_save',
    summary: 'Choose the files, in order; each new one is opened once. If-Match "0" at first',
  })
  @ApiOkResponse({ type: AttachmentListDto })
  async save(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @IfMatch() expectedVersion: number,
    @Body() { attachments: chosen }: SaveAttachmentsDto,
  ): Promise<AttachmentListDto> {
    const command = { assessmentId, expectedVersion, chosen };
    return AttachmentListDto.of(await this.saving.execute(context, command));
  }
}
