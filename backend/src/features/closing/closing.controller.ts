import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Context, IfMatch, NeedsIfMatch, RequestContext } from '../../kernel';
import { ApplicationDto } from '../organizations';
import { CloseOrganizationDto } from './closing.dto';
import { CloseOrganization } from './use-cases/close-organization';

@ApiTags('organizations')
@Controller('organizations/:organizationId/closing')
export class ClosingController {
  constructor(private readonly closing: CloseOrganization) {}

  @Post()
  @Allow('organizations:close')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'closing_begin',
    summary: 'Close the organization: it can be read and restored for a while, then it is deleted',
  })
  @ApiOkResponse({ type: ApplicationDto })
  async close(
    @Context() context: RequestContext,
    @IfMatch() version: number,
    @Body() { name }: CloseOrganizationDto,
  ): Promise<ApplicationDto> {
    return ApplicationDto.of(await this.closing.close(context, version, name));
  }

  @Delete()
  @Allow('organizations:close')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'closing_takeBack',
    summary: 'Restore the organization to what it was before it was closed',
  })
  @ApiOkResponse({ type: ApplicationDto })
  async restore(
    @Context() context: RequestContext,
    @IfMatch() version: number,
  ): Promise<ApplicationDto> {
    return ApplicationDto.of(await this.closing.restore(context, version));
  }
}
