import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Context,
  IfMatch,
  NeedsIfMatch,
  notFound,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { AssessorsRepository } from './assessors.repository';
import { AssessorDto, WriteAssessorDto } from './dto/assessor.dto';
import { KeepAssessor } from './use-cases/keep-assessor';

/** 评价人员 of a body. */
@ApiTags('bodies')
@Controller('organizations/:organizationId/assessors')
export class AssessorsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly assessors: AssessorsRepository,
    private readonly keeping: KeepAssessor,
  ) {}

  @Get()
  @Allow('body:read')
  @ApiOperation({
    operationId: 'assessors_list',
    summary: 'All members of the body, and what each may evaluate',
  })
  @ApiOkResponse({ type: [AssessorDto] })
  async list(@Context() context: RequestContext): Promise<AssessorDto[]> {
    const found = await this.database.read(context, (manager) =>
      this.assessors.list(manager, context),
    );
    return found.map(AssessorDto.of);
  }

  @Put(':userId')
  @Allow('body:write')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'assessors_write',
    summary: 'What a member may evaluate; If-Match "0" at first',
  })
  @ApiOkResponse({ type: AssessorDto })
  async write(
    @Context() context: RequestContext,
    @Param('userId', new ParseUUIDPipe({ exceptionFactory: notFound })) userId: string,
    @IfMatch() version: number,
    @Body() competence: WriteAssessorDto,
  ): Promise<AssessorDto> {
    return AssessorDto.of(await this.keeping.execute(context, userId, version, competence));
  }
}
