import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { branchOf, indexNodes } from '@liangxing/system-structure';
import type { Response } from 'express';
import { Allow, Context, RequestContext, sendJson } from '../../kernel';
import { PlacesDto, PlacesQueryDto, SuggestedPlacesDto } from './dto/place.dto';
import type { PlacedStandard, StoredSystem } from './system';
import { ReadSystems } from './use-cases/read-systems';
import { SuggestPlaces } from './use-cases/suggest-places';

@ApiTags('systems')
@Controller('organizations/:organizationId/systems/:id')
export class SystemPlacesController {
  constructor(
    private readonly reader: ReadSystems,
    private readonly suggester: SuggestPlaces,
  ) {}

  @Get('places')
  @Allow('systems:read')
  @ApiOperation({
    operationId: 'systems_listPlaces',
    summary: 'Standards of the register with their places in the system',
  })
  @ApiOkResponse({ type: PlacesDto })
  async places(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PlacesQueryDto,
  ): Promise<PlacesDto> {
    const { stored, standards } = await this.reader.places(context, id);
    const found = wanted(stored, standards, query);
    const from = query.offset ?? 0;
    const rows = found
      .slice(from, from + (query.limit ?? found.length))
      .map((standard) => ({ ...standard, nodes: [...standard.nodes] }));
    return { version: stored.version, total: found.length, rows };
  }

  @Get('suggestions')
  @Allow('systems:read')
  @ApiOperation({
    operationId: 'systems_suggestPlaces',
    summary: 'Where the standards without a place may belong, with reasons',
  })
  @ApiOkResponse({ type: SuggestedPlacesDto })
  async suggestions(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    sendJson(response, await this.suggester.execute(context, id));
  }
}

function wanted(
  { document }: StoredSystem,
  standards: readonly PlacedStandard[],
  { node, placed }: PlacesQueryDto,
): readonly PlacedStandard[] {
  const branch =
    node === undefined
      ? undefined
      : new Set(branchOf(indexNodes(document.nodes), node).map(({ key }) => key));
  return standards.filter(
    ({ nodes }) =>
      (placed === undefined || nodes.length > 0 === (placed === 'true')) &&
      (branch === undefined || nodes.some((key) => branch.has(key))),
  );
}
