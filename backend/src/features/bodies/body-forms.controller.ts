import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
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
import { Allow, Context, Limit, notFound, RequestContext, TenantDatabase } from '../../kernel';
import { BodyFormsRepository } from './body-forms.repository';
import { BodyFormDto, FORM_UPLOAD } from './dto/body-form.dto';
import { KeepForms } from './use-cases/keep-forms';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

/** 申请表格 of a body. */
@ApiTags('bodies')
@Controller('organizations/:organizationId/body-profile/forms')
export class BodyFormsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly forms: BodyFormsRepository,
    private readonly keeping: KeepForms,
  ) {}

  @Get()
  @Allow('body:read')
  @ApiOperation({ operationId: 'bodyForms_list', summary: 'Forms that the body offers' })
  @ApiOkResponse({ type: [BodyFormDto] })
  async list(@Context() context: RequestContext): Promise<BodyFormDto[]> {
    const found = await this.database.read(context, (manager) => this.forms.list(manager, context));
    return found.map(BodyFormDto.of);
  }

  @Post()
  @Allow('body:write')
  @Limit('upload')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM_UPLOAD })
  @ApiOperation({ operationId: 'bodyForms_add', summary: 'Offer one more: Word, Excel or PDF' })
  @ApiCreatedResponse({ type: BodyFormDto })
  async add(@Context() context: RequestContext, @Req() request: Request): Promise<BodyFormDto> {
    return BodyFormDto.of(await this.keeping.add(context, request));
  }

  @Get(':id/content')
  @Allow('body:read')
  @Limit('download')
  @ApiOperation({ operationId: 'bodyForms_content', summary: 'A form as it was uploaded' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  content(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.keeping.open(context, id, response);
  }

  @Delete(':id')
  @Allow('body:write')
  @HttpCode(204)
  @ApiOperation({ operationId: 'bodyForms_remove', summary: 'Offer a form no more' })
  @ApiNoContentResponse()
  remove(@Context() context: RequestContext, @Param('id', idPipe) id: string): Promise<void> {
    return this.keeping.remove(context, id);
  }
}
