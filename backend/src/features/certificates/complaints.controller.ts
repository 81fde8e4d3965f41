import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Context,
  IfMatch,
  NeedsIfMatch,
  notFound,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { ComplaintsRepository } from './complaints.repository';
import {
  AnswerComplaintDto,
  ComplaintDto,
  complaintDto,
  ComplaintsQueryDto,
  RecordComplaintDto,
} from './dto/complaint.dto';
import { KeepComplaints } from './use-cases/keep-complaints';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

/** 投诉 of a body. */
@ApiTags('complaints')
@Controller('organizations/:organizationId/complaints')
export class ComplaintsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly complaints: ComplaintsRepository,
    private readonly keeping: KeepComplaints,
  ) {}

  @Get()
  @Allow('certificates:write')
  @ApiOperation({ operationId: 'complaints_list', summary: 'The newest first' })
  @ApiOkResponse({ type: [ComplaintDto] })
  async list(
    @Context() context: RequestContext,
    @Query() { limit = 50, offset = 0 }: ComplaintsQueryDto,
  ): Promise<ComplaintDto[]> {
    const found = await this.database.read(context, (manager) =>
      this.complaints.list(manager, context, { limit, offset }),
    );
    return found.map(complaintDto);
  }

  @Post()
  @Allow('certificates:write')
  @ApiOperation({ operationId: 'complaints_record', summary: 'Write down one that was received' })
  @ApiCreatedResponse({ type: ComplaintDto })
  async record(
    @Context() context: RequestContext,
    @Body() said: RecordComplaintDto,
  ): Promise<ComplaintDto> {
    return complaintDto(await this.keeping.record(context, said));
  }

  @Post(':id/answer')
  @Allow('certificates:write')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({ operationId: 'complaints_answer', summary: 'Write down how it was answered' })
  @ApiOkResponse({ type: ComplaintDto })
  async answer(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() answer: AnswerComplaintDto,
  ): Promise<ComplaintDto> {
    return complaintDto(await this.keeping.answer(context, { id, version }, answer));
  }
}
