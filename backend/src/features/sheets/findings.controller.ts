import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Put,
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
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { caseDto, CaseDto } from '../cases';
import { LettersRepository } from '../letters';
import { CaseReader } from './case-reader';
import { FindingDto, FindingFieldsDto, JudgeFindingDto, NewFindingDto } from './dto/finding.dto';
import { FindingsRepository } from './findings.repository';
import { standing } from './sent-findings';
import { FindingFiles } from './use-cases/finding-files';
import { JudgeFinding } from './use-cases/judge-finding';
import { KeepFindings } from './use-cases/keep-findings';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });
const numberPipe = new ParseIntPipe({ exceptionFactory: notFound });
const file = { type: 'string', format: 'binary' } as const;

/** 不符合项 of a case. */
@ApiTags('findings')
@Controller('organizations/:organizationId/cases/:id/findings')
export class FindingsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: CaseReader,
    private readonly findings: FindingsRepository,
    private readonly letters: LettersRepository,
    private readonly keeping: KeepFindings,
    private readonly files: FindingFiles,
    private readonly judging: JudgeFinding,
  ) {}

  @Get()
  @Allow('cases:read')
  @ApiOperation({
    operationId: 'findings_list',
    summary: 'What does not conform, with what the enterprise answered',
  })
  @ApiOkResponse({ type: [FindingDto] })
  list(@Context() context: RequestContext, @Param('id', idPipe) id: string): Promise<FindingDto[]> {
    return this.database.read(context, async (manager) => {
      await this.reader.find(manager, context, id);
      const found = await this.findings.list(manager, context, id);
      const files = await this.findings.files(manager, context, id);
      const letters = await this.letters.list(manager, context, id);
      return standing(found, letters).map((finding) => FindingDto.of(finding, files));
    });
  }

  @Post()
  @Allow('cases:evaluate')
  @ApiOperation({ operationId: 'findings_add', summary: 'Write down what does not conform' })
  @ApiCreatedResponse({ type: FindingDto })
  async add(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Body() { device, ...fields }: NewFindingDto,
  ): Promise<FindingDto> {
    const number = await this.keeping.add(context, id, fieldsOf(fields), device ?? null);
    return this.one(context, id, number);
  }

  @Put(':number')
  @Allow('cases:evaluate')
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'findings_change', summary: 'Change a finding that was not sent' })
  @ApiOkResponse({ type: FindingDto })
  async change(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('number', numberPipe) number: number,
    @IfMatch() version: number,
    @Body() fields: FindingFieldsDto,
  ): Promise<FindingDto> {
    await this.keeping.change(context, id, { number, version }, fieldsOf(fields));
    return this.one(context, id, number);
  }

  @Delete(':number')
  @Allow('cases:evaluate')
  @NeedsIfMatch()
  @HttpCode(204)
  @ApiOperation({ operationId: 'findings_remove', summary: 'Remove a finding that was not sent' })
  @ApiNoContentResponse()
  remove(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('number', numberPipe) number: number,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.keeping.remove(context, id, { number, version });
  }

  @Post(':number/files')
  @Allow('cases:evaluate')
  @Limit('upload')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file } } })
  @ApiOperation({ operationId: 'findings_upload', summary: 'Add a picture of what was found' })
  @ApiCreatedResponse({ type: FindingDto })
  async upload(
    @Context() context: RequestContext,
    @Param('id', idPipe) caseId: string,
    @Param('number', numberPipe) finding: number,
    @Req() request: Request,
  ): Promise<FindingDto> {
    await this.files.add(context, { caseId, finding }, request);
    return this.one(context, caseId, finding);
  }

  @Get(':number/files/:fileId')
  @Allow('cases:read')
  @Limit('download')
  @ApiOperation({ operationId: 'findings_file', summary: 'A picture of a finding' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  file(
    @Context() context: RequestContext,
    @Param('id', idPipe) caseId: string,
    @Param('number', numberPipe) finding: number,
    @Param('fileId', idPipe) fileId: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.files.open(context, { caseId, finding }, fileId, response);
  }

  @Delete(':number/files/:fileId')
  @Allow('cases:evaluate')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'findings_remove_file',
    summary: 'Remove a picture of a finding that was not sent',
  })
  @ApiNoContentResponse()
  removeFile(
    @Context() context: RequestContext,
    @Param('id', idPipe) caseId: string,
    @Param('number', numberPipe) finding: number,
    @Param('fileId', idPipe) fileId: string,
  ): Promise<void> {
    return this.files.remove(context, { caseId, finding }, fileId);
  }

  @Post(':number/judgements')
  @Allow('cases:evaluate')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'findings_judge',
    summary: 'Verify what the enterprise answered, or return it; If-Match is that of the case',
  })
  @ApiOkResponse({ type: CaseDto })
  async judge(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('number', numberPipe) number: number,
    @IfMatch() version: number,
    @Body() { isAccepted, text }: JudgeFindingDto,
  ): Promise<CaseDto> {
    const said = { isAccepted, text };
    return caseDto(await this.judging.execute(context, { id, version }, number, said));
  }

  private async one(context: RequestContext, id: string, number: number): Promise<FindingDto> {
    const found = (await this.list(context, id)).find((finding) => finding.number === number);
    if (found === undefined) throw notFound();
    return found;
  }
}

const fieldsOf = ({
  severity,
  itemId,
  evidenceId,
  text,
  requirement,
  department,
}: FindingFieldsDto): FindingFieldsDto => ({
  ...{ severity, itemId, evidenceId, text, requirement, department },
});
