import {
  Body,
  Controller,
  Get,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import {
  Allow,
  Context,
  downloadHeaders,
  IfMatch,
  Limit,
  NeedsIfMatch,
  notFound,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { AcceptingBodyDto, BodiesRepository, BodyFormsRepository } from '../bodies';
import { LettersRepository } from '../letters';
import {
  AnswerFindingDto,
  AnswerQuestionDto,
  AppealDto,
  ConfirmPlanDto,
  CorrectDto,
  ObjectToPlanDto,
  SubmissionDto,
  SubmissionWithLettersDto,
  SubmitDto,
  WithdrawDto,
} from './dto/submission.dto';
import { SubmissionsRepository } from './submissions.repository';
import { FillForm } from './use-cases/fill-form';
import { PrintOwnCertificate } from './use-cases/print-own-certificate';
import { SubmitDossier } from './use-cases/submit-dossier';
import { WriteToBody } from './use-cases/write-to-body';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });
const numberPipe = new ParseIntPipe({ exceptionFactory: notFound });

/** 提交与评审 of an enterprise: its applications at bodies, and what both wrote. */
@ApiTags('submissions')
@Controller('organizations/:organizationId/submissions')
export class SubmissionsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly submissions: SubmissionsRepository,
    private readonly bodies: BodiesRepository,
    private readonly letters: LettersRepository,
    private readonly submitting: SubmitDossier,
    private readonly writing: WriteToBody,
    private readonly printing: PrintOwnCertificate,
    private readonly forms: BodyFormsRepository,
    private readonly filling: FillForm,
  ) {}

  @Get()
  @Allow('submissions:read')
  @ApiOperation({ operationId: 'submissions_list', summary: 'Applications, the newest first' })
  @ApiOkResponse({ type: [SubmissionDto] })
  async list(@Context() context: RequestContext): Promise<SubmissionDto[]> {
    const found = await this.database.read(context, (manager) =>
      this.submissions.list(manager, context),
    );
    return found.map(SubmissionDto.of);
  }

  @Get('bodies')
  @Allow('submissions:read')
  @ApiOperation({
    operationId: 'submissions_bodies',
    summary: 'Bodies that take applications, by name',
  })
  @ApiOkResponse({ type: [AcceptingBodyDto] })
  async accepting(@Context() context: RequestContext): Promise<AcceptingBodyDto[]> {
    return this.database.read(context, async (manager) => {
      const found = await this.bodies.accepting(manager);
      const forms = await this.forms.offered(manager);
      return found.map((body) => AcceptingBodyDto.of(body, forms));
    });
  }

  @Get('bodies/:bodyId/forms/:formId/content')
  @Allow('submissions:read')
  @Limit('download')
  @ApiOperation({
    operationId: 'submissions_form',
    summary: 'A form of a body; fields of a Word file are filled in from the profile',
  })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  form(
    @Context() context: RequestContext,
    @Param('bodyId', idPipe) bodyId: string,
    @Param('formId', idPipe) formId: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.filling.execute(context, { bodyId, formId }, response);
  }

  @Get(':id')
  @Allow('submissions:read')
  @ApiOperation({
    operationId: 'submissions_get',
    summary: 'An application as it stands, with all letters',
  })
  @ApiOkResponse({ type: SubmissionWithLettersDto })
  get(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
  ): Promise<SubmissionWithLettersDto> {
    return this.database.read(context, async (manager) => {
      const found = await this.submissions.find(manager, context, id);
      if (found === null) throw notFound();
      const letters = await this.letters.list(manager, context, id);
      return SubmissionWithLettersDto.with(found, letters);
    });
  }

  @Post()
  @Allow('submissions:write')
  @Limit('submit')
  @ApiOperation({
    operationId: 'submissions_submit',
    summary: 'Hand an issued dossier in to a body that takes applications',
  })
  @ApiCreatedResponse({ type: SubmissionDto })
  async submit(
    @Context() context: RequestContext,
    @Body() body: SubmitDto,
  ): Promise<SubmissionDto> {
    return SubmissionDto.of(await this.submitting.execute(context, body));
  }

  @Post(':id/corrections')
  @Allow('submissions:write')
  @Limit('submit')
  @ApiOperation({
    operationId: 'submissions_correct',
    summary: 'Hand in a newer version, as the body asked',
  })
  @ApiCreatedResponse({ type: SubmissionDto })
  async correct(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Body() body: CorrectDto,
  ): Promise<SubmissionDto> {
    return SubmissionDto.of(await this.submitting.correct(context, id, body));
  }

  @Post(':id/answers')
  @Allow('submissions:write')
  @ApiOperation({ operationId: 'submissions_answer', summary: 'Answer a question of the body' })
  @ApiCreatedResponse({ type: SubmissionDto })
  async answer(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Body() body: AnswerQuestionDto,
  ): Promise<SubmissionDto> {
    return SubmissionDto.of(await this.writing.answer(context, id, body));
  }

  @Post(':id/plan-confirmation')
  @Allow('submissions:write')
  @ApiOperation({
    operationId: 'submissions_confirmPlan',
    summary: 'Confirm the plan of the evaluation that was read',
  })
  @ApiCreatedResponse({ type: SubmissionDto })
  async confirmPlan(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Body() body: ConfirmPlanDto,
  ): Promise<SubmissionDto> {
    return SubmissionDto.of(await this.writing.answerPlan(context, id, 'plan_confirmed', body));
  }

  @Post(':id/plan-objection')
  @Allow('submissions:write')
  @ApiOperation({
    operationId: 'submissions_objectToPlan',
    summary: 'Object to the plan of the evaluation, and say why',
  })
  @ApiCreatedResponse({ type: SubmissionDto })
  async objectToPlan(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Body() body: ObjectToPlanDto,
  ): Promise<SubmissionDto> {
    return SubmissionDto.of(await this.writing.answerPlan(context, id, 'plan_objected', body));
  }

  @Post(':id/findings/:finding/answers')
  @Allow('submissions:write')
  @ApiOperation({
    operationId: 'submissions_answer_finding',
    summary: 'Say the cause of a finding, and what was done',
  })
  @ApiCreatedResponse({ type: SubmissionDto })
  async answerFinding(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('finding', numberPipe) finding: number,
    @Body() { cause, correction, doneOn, text }: AnswerFindingDto,
  ): Promise<SubmissionDto> {
    const said = { finding, cause, correction, doneOn, text };
    return SubmissionDto.of(await this.writing.answerFinding(context, id, said));
  }

  @Post(':id/withdrawal')
  @Allow('submissions:write')
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'submissions_withdraw', summary: 'Withdraw an application' })
  @ApiCreatedResponse({ type: SubmissionDto })
  async withdraw(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { text }: WithdrawDto,
  ): Promise<SubmissionDto> {
    return SubmissionDto.of(await this.writing.withdraw(context, { id, version }, text));
  }

  @Post(':id/appeal')
  @Allow('submissions:write')
  @ApiOperation({ operationId: 'submissions_appeal', summary: 'Appeal once against a refusal' })
  @ApiCreatedResponse({ type: SubmissionDto })
  async appeal(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Body() { text }: AppealDto,
  ): Promise<SubmissionDto> {
    return SubmissionDto.of(await this.writing.appeal(context, id, text));
  }

  @Get(':id/certificate')
  @Allow('submissions:read')
  @Limit('document')
  @ApiOperation({
    operationId: 'submissions_certificate',
    summary: 'The PDF of the certificate, of what the body told last',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async certificate(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, content } = await this.printing.execute(context, id);
    response.set(downloadHeaders(fileName, 'application/pdf', 'attachment')).send(content);
  }
}
