import {
  Body,
  Controller,
  Delete,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Put,
} from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { MEETING_KINDS, type MeetingKind } from '@liangxing/contracts';
import { Allow, Context, IfMatch, NeedsIfMatch, notFound, RequestContext } from '../../kernel';
import { CaseDto, caseDto } from '../cases';
import { MeetingDto, WriteMeetingDto } from './dto/meeting.dto';
import { MoveTextDto } from './dto/plan.dto';
import { AddToTeamDto, DeclareRelationDto } from './dto/team.dto';
import { ChangeTeam } from './use-cases/change-team';
import { MovePlan } from './use-cases/move-plan';
import { RecordMeeting } from './use-cases/record-meeting';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });
const kindPipe = new ParseEnumPipe(Object.fromEntries(MEETING_KINDS.map((kind) => [kind, kind])), {
  exceptionFactory: notFound,
});

/** 评价组 of a case, and the meetings that it holds. */
@ApiTags('plans')
@Controller('organizations/:organizationId/cases/:id')
export class TeamController {
  constructor(
    private readonly changing: ChangeTeam,
    private readonly recording: RecordMeeting,
    private readonly moving: MovePlan,
  ) {}

  @Post('team')
  @Allow('cases:plan')
  @HttpCode(204)
  @ApiOperation({ operationId: 'plans_addToTeam', summary: 'Add a member of the body to the team' })
  @ApiNoContentResponse()
  add(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Body() asked: AddToTeamDto,
  ): Promise<void> {
    return this.changing.add(context, id, asked);
  }

  @Delete('team/:userId')
  @Allow('cases:plan')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'plans_removeFromTeam',
    summary: 'Take somebody out of the team; what they did stays',
  })
  @ApiNoContentResponse()
  remove(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('userId', idPipe) userId: string,
  ): Promise<void> {
    return this.changing.remove(context, id, userId);
  }

  /** Whoever is in a team declares for themselves, whatever their role in the body. */
  @Post('declarations')
  @Allow('cases:read')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'plans_declare',
    summary: 'Declare the own relation to the enterprise; the newest declaration counts',
  })
  @ApiNoContentResponse()
  declare(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Body() declared: DeclareRelationDto,
  ): Promise<void> {
    return this.changing.declare(context, id, declared);
  }

  /** Of the team, or who plans: whatever their role in the body. */
  @Put('meetings/:kind')
  @Allow('cases:read')
  @NeedsIfMatch()
  @ApiParam({ name: 'kind', enum: MEETING_KINDS })
  @ApiOperation({
    operationId: 'plans_recordMeeting',
    summary: 'Write down a meeting and who was there; If-Match "0" at first',
  })
  @ApiOkResponse({ type: MeetingDto })
  async record(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('kind', kindPipe) kind: MeetingKind,
    @IfMatch() version: number,
    @Body() facts: WriteMeetingDto,
  ): Promise<MeetingDto> {
    return MeetingDto.of(await this.recording.execute(context, id, { kind, version }, facts));
  }

  @Post('meetings/first/holding')
  @Allow('cases:read')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'plans_holdFirstMeeting',
    summary: 'The evaluation begins; If-Match is of the case',
  })
  @ApiOkResponse({ type: CaseDto })
  async hold(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { text }: MoveTextDto,
  ): Promise<CaseDto> {
    return caseDto(await this.moving.holdFirstMeeting(context, { id, version }, text));
  }
}
