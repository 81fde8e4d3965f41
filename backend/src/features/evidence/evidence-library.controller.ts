import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Context, organizationDay, RequestContext, TenantDatabase } from '../../kernel';
import { EvidenceLibraryDto, EvidenceLibraryQueryDto } from './dto/evidence-library.dto';
import { EvidenceLibraryRepository } from './evidence-library.repository';

@ApiTags('evidence')
@Controller('organizations/:organizationId/evidence-library')
export class EvidenceLibraryController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly library: EvidenceLibraryRepository,
  ) {}

  @Get()
  @Allow('evidence:read')
  @ApiOperation({
    operationId: 'evidence_library',
    summary: 'All evidence with what it serves and what holds it, newest first',
  })
  @ApiOkResponse({ type: EvidenceLibraryDto })
  async list(
    @Context() context: RequestContext,
    @Query() { q, state = 'all', offset = 0, limit = 100 }: EvidenceLibraryQueryDto,
  ): Promise<EvidenceLibraryDto> {
    const filter = { q: q?.trim() || undefined, state, today: organizationDay(new Date()) };
    const page = await this.database.read(context, (manager) =>
      this.library.page(manager, context, filter, { offset, limit }),
    );
    return EvidenceLibraryDto.of(page);
  }
}
