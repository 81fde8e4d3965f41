import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Res,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
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
import { readMaterial } from '../dossiers/pure';
import { LettersRepository } from '../letters';
import { OwnSchemesRepository } from '../schemes';
import { CasesRepository } from './cases.repository';
import {
  AskEnterpriseDto,
  CaseDetailDto,
  CaseDto,
  caseDto,
  MaterialChangesDto,
  MoveCaseDto,
  OwnTableDto,
  QueuedCaseDto,
} from './dto/case.dto';
import { materialChanges } from './material-changes';
import { MaterialsRepository } from './materials.repository';
import { MoveCase } from './use-cases/move-case';
import { OpenFile } from './use-cases/open-file';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });
const numberPipe = new ParseIntPipe({ exceptionFactory: notFound });

/** 评审 of a body: the applications that reached it. */
@ApiTags('cases')
@Controller('organizations/:organizationId/cases')
export class CasesController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly materials: MaterialsRepository,
    private readonly letters: LettersRepository,
    private readonly moving: MoveCase,
    private readonly opening: OpenFile,
    private readonly schemes: OwnSchemesRepository,
  ) {}

  @Get()
  @Allow('cases:read')
  @ApiOperation({ operationId: 'cases_list', summary: 'The queue, what arrived first at the top' })
  @ApiOkResponse({ type: [QueuedCaseDto] })
  async list(@Context() context: RequestContext): Promise<QueuedCaseDto[]> {
    const found = await this.database.read(context, (manager) => this.cases.list(manager, context));
    return found.map(QueuedCaseDto.of);
  }

  @Get(':id')
  @Allow('cases:read')
  @ApiOperation({
    operationId: 'cases_get',
    summary: 'A case with its materials, files and letters',
  })
  @ApiOkResponse({ type: CaseDetailDto })
  get(@Context() context: RequestContext, @Param('id', idPipe) id: string): Promise<CaseDetailDto> {
    return this.database.read(context, async (manager) => {
      const found = await this.cases.find(manager, context, id);
      if (found === null) throw notFound();
      return CaseDetailDto.with(found, {
        materials: await this.materials.list(manager, context, id),
        files: await this.materials.files(manager, context, id, found.material),
        letters: await this.letters.list(manager, context, id),
      });
    });
  }

  @Get(':id/materials/:material/changes')
  @Allow('cases:read')
  @Limit('document')
  @ApiOperation({
    operationId: 'cases_changes',
    summary: 'What a correction changed, item by item, against the material before it',
  })
  @ApiOkResponse({ type: MaterialChangesDto })
  async changes(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('material', numberPipe) material: number,
  ): Promise<MaterialChangesDto> {
    const [before, after] = await this.database.read(context, async (manager) => [
      await this.materials.text(manager, context, id, material - 1),
      await this.materials.text(manager, context, id, material),
    ]);
    if (!before || !after) throw notFound();
    return MaterialChangesDto.of(materialChanges(readMaterial(before), readMaterial(after)));
  }

  @Get(':id/materials/:material/table')
  @Allow('cases:read')
  @ApiOperation({
    operationId: 'cases_table',
    summary: 'Whether it was evaluated by a scoring table of this body',
  })
  @ApiOkResponse({ type: OwnTableDto })
  table(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('material', numberPipe) material: number,
  ): Promise<OwnTableDto> {
    return this.database.read(context, async (manager) => {
      const text = await this.materials.text(manager, context, id, material);
      if (text === null) throw notFound();
      const { document } = readMaterial(text).scheme;
      const own = await this.schemes.versionOf(manager, context, document);
      return { version: own?.version ?? null };
    });
  }

  @Get(':id/materials/:material/pdf')
  @Allow('cases:read')
  @Limit('download')
  @ApiOperation({ operationId: 'cases_pdf', summary: 'The dossier as it arrived' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  pdf(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('material', numberPipe) material: number,
    @Res() response: Response,
  ): Promise<void> {
    return this.opening.pdf(context, id, material, response);
  }

  @Get(':id/materials/:material/files/:evidenceId/:revision')
  @Allow('cases:read')
  @Limit('download')
  @ApiOperation({ operationId: 'cases_file', summary: 'A file of the evidence as it arrived' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  file(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('material', numberPipe) material: number,
    @Param('evidenceId', idPipe) evidenceId: string,
    @Param('revision', numberPipe) revision: number,
    @Res() response: Response,
  ): Promise<void> {
    return this.opening.evidence(context, id, { material, evidenceId, revision }, response);
  }

  @Post(':id/moves')
  @Allow('cases:register')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'cases_move',
    summary: 'Begin the check, ask for a correction, accept or reject; the enterprise is told',
  })
  @ApiOkResponse({ type: CaseDto })
  async move(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { move, ...content }: MoveCaseDto,
  ): Promise<CaseDto> {
    return caseDto(await this.moving.execute(context, { id, version }, move, content));
  }

  @Post(':id/questions')
  @Allow('cases:register')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({ operationId: 'cases_ask', summary: 'Ask the enterprise something' })
  @ApiOkResponse({ type: CaseDto })
  async ask(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() question: AskEnterpriseDto,
  ): Promise<CaseDto> {
    return caseDto(await this.moving.ask(context, { id, version }, question));
  }
}
