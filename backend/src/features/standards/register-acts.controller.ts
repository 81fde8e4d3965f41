import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DAYS_IN_BIN } from '@liangxing/contracts';
import { Allow, Context, IfMatch, LargeBody, NeedsIfMatch, RequestContext } from '../../kernel';
import {
  BinPageDto,
  BulkEditDto,
  DeletedDto,
  EditedDto,
  EmptiedDto,
  removedDto,
  RestoredDto,
  RestoreDto,
  SelectionDto,
  selectionOf,
  UndoneDto,
} from './dto/register-acts.dto';
import { BinQueryDto } from './dto/standards-query.dto';
import { idOf } from './register/id-of';
import { ActOnMany } from './use-cases/act-on-many';
import { RestoreStandards } from './use-cases/restore-standards';

/** Ids of 10,000 standards. */
const IDS = { bytes: 512 * 1024, nodes: 10_100 };

/** What is done to many standards at once, and the recycle bin. */
@ApiTags('standards')
@Controller('organizations/:organizationId/standards')
export class RegisterActsController {
  constructor(
    private readonly acting: ActOnMany,
    private readonly restoring: RestoreStandards,
  ) {}

  @Post('bulk-delete')
  @HttpCode(200)
  @Allow('standards:write')
  @LargeBody(IDS)
  @ApiOperation({
    operationId: 'standards_bulkDelete',
    summary: 'Move several standards into the recycle bin',
  })
  @ApiOkResponse({ type: DeletedDto })
  bulkDelete(@Context() context: RequestContext, @Body() body: SelectionDto): Promise<DeletedDto> {
    return this.acting.remove(context, selectionOf(body));
  }

  @Post('bulk-edit')
  @HttpCode(200)
  @Allow('standards:write')
  @LargeBody(IDS)
  @ApiOperation({
    operationId: 'standards_bulkEdit',
    summary: 'Department, state or day of checking of several standards',
  })
  @ApiOkResponse({ type: EditedDto })
  bulkEdit(@Context() context: RequestContext, @Body() body: BulkEditDto): Promise<EditedDto> {
    return this.acting.edit(context, selectionOf(body), { ...body.change });
  }

  @Post('acts/:actId/undo')
  @HttpCode(200)
  @Allow('standards:write')
  @ApiOperation({
    operationId: 'standards_undoAct',
    summary: 'Take back what was done to several standards at once',
  })
  @ApiOkResponse({ type: UndoneDto })
  undo(@Context() context: RequestContext, @Param('actId') actId: string): Promise<UndoneDto> {
    return this.acting.undo(context, idOf(actId));
  }

  @Get('bin')
  @Allow('standards:write')
  @ApiOperation({ operationId: 'standards_bin', summary: 'The recycle bin, newest first' })
  @ApiOkResponse({ type: BinPageDto })
  async bin(@Context() context: RequestContext, @Query() query: BinQueryDto): Promise<BinPageDto> {
    const { q = '', offset = 0, limit = 100 } = query;
    const { total, rows } = await this.restoring.page(context, { q: q.trim(), offset, limit });
    return { total, days: DAYS_IN_BIN, rows: rows.map(removedDto) };
  }

  @Post('bin/restore')
  @HttpCode(200)
  @Allow('standards:write')
  @LargeBody(IDS)
  @ApiOperation({
    operationId: 'standards_restore',
    summary: 'Bring standards back from the recycle bin',
  })
  @ApiOkResponse({ type: RestoredDto })
  restore(@Context() context: RequestContext, @Body() body: RestoreDto): Promise<RestoredDto> {
    return this.restoring.execute(context, [...new Set(body.ids)]);
  }

  @Delete('bin')
  @HttpCode(200)
  @Allow('standards:write')
  @ApiOperation({ operationId: 'standards_emptyBin', summary: 'Empty the recycle bin for good' })
  @ApiOkResponse({ type: EmptiedDto })
  empty(@Context() context: RequestContext): Promise<EmptiedDto> {
    return this.restoring.empty(context);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('standards:write')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'standards_delete',
    summary: 'Move a standard into the recycle bin',
  })
  @ApiNoContentResponse()
  delete(
    @Context() context: RequestContext,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.acting.removeOne(context, idOf(id), version);
  }
}
