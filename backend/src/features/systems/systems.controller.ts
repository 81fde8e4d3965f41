import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Allow, Context, IfMatch, NeedsIfMatch, RequestContext } from '../../kernel';
import { FormAdviceDto } from './dto/form-advice.dto';
import {
  RenameSystemDto,
  StartSystemDto,
  SystemDto,
  systemDto,
  SystemSummaryDto,
} from './dto/system.dto';
import { AdviseForm } from './use-cases/advise-form';
import { KeepSystems } from './use-cases/keep-systems';
import { ReadSystems } from './use-cases/read-systems';

@ApiTags('systems')
@Controller('organizations/:organizationId/systems')
export class SystemsController {
  constructor(
    private readonly reader: ReadSystems,
    private readonly keeper: KeepSystems,
    private readonly adviser: AdviseForm,
  ) {}

  @Get()
  @Allow('systems:read')
  @ApiOperation({ operationId: 'systems_list', summary: 'Standard systems, the primary one first' })
  @ApiOkResponse({ type: [SystemSummaryDto] })
  async list(@Context() context: RequestContext): Promise<SystemSummaryDto[]> {
    return (await this.reader.list(context)).map(SystemSummaryDto.of);
  }

  @Post()
  @Allow('systems:write')
  @ApiOperation({
    operationId: 'systems_start',
    summary: "Start a system from a template; the register's own codes place its standards",
  })
  @ApiCreatedResponse({ type: SystemDto })
  async start(
    @Context() context: RequestContext,
    @Body() { templateId, name }: StartSystemDto,
  ): Promise<SystemDto> {
    const command = { templateId, ...(name === undefined ? {} : { name: name.trim() }) };
    return systemDto(await this.keeper.start(context, command));
  }

  @Get('forms')
  @Allow('systems:read')
  @ApiOperation({ operationId: 'systems_adviseForm', summary: 'What speaks for each form' })
  @ApiOkResponse({ type: [FormAdviceDto] })
  async forms(@Context() context: RequestContext): Promise<FormAdviceDto[]> {
    return this.adviser.execute(context);
  }

  @Get(':id')
  @Allow('systems:read')
  @ApiOperation({ operationId: 'systems_get', summary: 'One system with its nodes and counts' })
  @ApiOkResponse({ type: SystemDto })
  async get(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SystemDto> {
    return systemDto(await this.reader.one(context, id));
  }

  @Patch(':id')
  @Allow('systems:write')
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'systems_rename', summary: 'Rename a system' })
  @ApiOkResponse({ type: SystemDto })
  async rename(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { name }: RenameSystemDto,
  ): Promise<SystemDto> {
    return systemDto(await this.keeper.rename(context, id, version, name.trim()));
  }

  @Delete(':id')
  @Allow('systems:write')
  @NeedsIfMatch()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'systems_delete',
    summary: 'Remove a system; the one it was moved from becomes primary again',
  })
  @ApiNoContentResponse()
  async remove(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.keeper.remove(context, id, version);
  }

  @Post(':id/primary')
  @Allow('systems:write')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'systems_makePrimary',
    summary: 'Let dossier and register follow this system',
  })
  @ApiOkResponse({ type: SystemDto })
  async makePrimary(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SystemDto> {
    return systemDto(await this.keeper.makePrimary(context, id));
  }
}
