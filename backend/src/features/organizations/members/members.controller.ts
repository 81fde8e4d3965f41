import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  Allow,
  Context,
  Limit,
  notFound,
  Public,
  RequestContext,
  TenantDatabase,
} from '../../../kernel';
import { CachedIdentities } from '../../accounts';
import { AcceptInvitation } from '../use-cases/accept-invitation';
import { ChangeMembers } from '../use-cases/change-members';
import { InvitationsRepository, type PendingInvitation } from './invitations.repository';
import type { InvitedRow } from './invited-row';
import { InviteMany } from '../use-cases/invite-many';
import { InviteMember } from '../use-cases/invite-member';
import { MakeInvitationLink } from '../use-cases/make-invitation-link';
import {
  ChangeMemberDto,
  InvitationLinkDto,
  InvitedRowDto,
  InviteManyDto,
  InviteMemberDto,
  JoinedDto,
  MemberDto,
  PendingInvitationDto,
  SeenInvitationDto,
} from './member.dto';
import { MembersRepository, type Member } from './members.repository';
import { ReadInvitation } from '../use-cases/read-invitation';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

@ApiTags('organizations')
@Controller('organizations/:organizationId/members')
export class MembersController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly members: MembersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly changeMembers: ChangeMembers,
    private readonly inviteMember: InviteMember,
    private readonly inviteMany: InviteMany,
    private readonly invitationLink: MakeInvitationLink,
    private readonly identities: CachedIdentities,
  ) {}

  @Get()
  @Allow('members:read')
  @ApiOperation({ operationId: 'members_list', summary: 'Members of the organization' })
  @ApiOkResponse({ type: [MemberDto] })
  list(@Context() context: RequestContext): Promise<Member[]> {
    return this.database.read(context, (manager) => this.members.list(manager, context));
  }

  @Post()
  @Allow('members:write')
  @Limit('invite')
  @ApiOperation({ operationId: 'members_invite', summary: 'Invite a person by mail' })
  @ApiCreatedResponse({ type: [PendingInvitationDto] })
  invite(
    @Context() context: RequestContext,
    @Body() body: InviteMemberDto,
  ): Promise<PendingInvitation[]> {
    return this.inviteMember.execute(context, body);
  }

  @Get('invitations')
  @Allow('members:read')
  @ApiOperation({ operationId: 'members_listInvitations', summary: 'Invitations not yet accepted' })
  @ApiOkResponse({ type: [PendingInvitationDto] })
  listInvitations(@Context() context: RequestContext): Promise<PendingInvitation[]> {
    return this.database.read(context, (manager) => this.invitations.pending(manager, context));
  }

  @Post('invitations')
  @Allow('members:write')
  @ApiOperation({
    operationId: 'members_inviteMany',
    summary: 'Invite many by mail; each address has its answer, and counts against the limits',
  })
  @ApiCreatedResponse({ type: [InvitedRowDto] })
  inviteAll(
    @Context() context: RequestContext,
    @Body() body: InviteManyDto,
  ): Promise<InvitedRow[]> {
    return this.inviteMany.execute(context, body);
  }

  /** A PUT, for answers of a POST are kept, and this is a secret. */
  @Put('invitations/:invitationId/link')
  @Allow('members:write')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'members_makeInvitationLink',
    summary: 'A new link of an open invitation; those of before end',
  })
  @ApiOkResponse({ type: InvitationLinkDto })
  makeLink(
    @Context() context: RequestContext,
    @Param('invitationId', idPipe) invitationId: string,
  ): Promise<InvitationLinkDto> {
    return this.invitationLink.execute(context, invitationId);
  }

  @Delete('invitations/:invitationId')
  @Allow('members:write')
  @HttpCode(204)
  @ApiOperation({ operationId: 'members_withdrawInvitation', summary: 'Withdraw an invitation' })
  @ApiNoContentResponse()
  withdrawInvitation(
    @Context() context: RequestContext,
    @Param('invitationId', idPipe) invitationId: string,
  ): Promise<void> {
    return this.inviteMember.withdraw(context, invitationId);
  }

  @Patch(':userId')
  @Allow('members:write')
  @ApiOperation({ operationId: 'members_setRole', summary: 'Change a role' })
  @ApiOkResponse({ type: [MemberDto] })
  async setRole(
    @Context() context: RequestContext,
    @Param('userId', idPipe) userId: string,
    @Body() body: ChangeMemberDto,
  ): Promise<Member[]> {
    const members = await this.changeMembers.setRole(context, userId, body.role);
    this.identities.forgetPerson(userId);
    return members;
  }

  @Delete(':userId')
  @Allow('members:write')
  @HttpCode(204)
  @ApiOperation({ operationId: 'members_remove', summary: 'Remove a member' })
  @ApiNoContentResponse()
  async remove(
    @Context() context: RequestContext,
    @Param('userId', idPipe) userId: string,
  ): Promise<void> {
    await this.changeMembers.remove(context, userId);
    this.identities.forgetPerson(userId);
  }
}

@ApiTags('organizations')
@Controller('organizations/:organizationId/membership')
export class MembershipController {
  constructor(
    private readonly changeMembers: ChangeMembers,
    private readonly identities: CachedIdentities,
  ) {}

  @Delete()
  @Allow('organizations:leave')
  @HttpCode(204)
  @ApiOperation({ operationId: 'membership_end', summary: 'Leave the organization' })
  @ApiNoContentResponse()
  async leave(@Context() context: RequestContext): Promise<void> {
    await this.changeMembers.leave(context);
    this.identities.forgetPerson(context.userId);
  }
}

@ApiTags('organizations')
@Controller('invitations/:token')
export class InvitationsController {
  constructor(
    private readonly acceptInvitation: AcceptInvitation,
    private readonly readInvitation: ReadInvitation,
  ) {}

  @Get()
  @Public()
  @Limit('see_invitation')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'invitations_get', summary: 'Who invites, and as what' })
  @ApiOkResponse({ type: SeenInvitationDto })
  get(@Param('token') token: string): Promise<SeenInvitationDto> {
    return this.readInvitation.execute(token);
  }

  @Post('acceptance')
  @Allow('account:use')
  @Limit('accept_invitation')
  @ApiOperation({
    operationId: 'invitations_accept',
    summary: 'Join the organization that invites',
  })
  @ApiCreatedResponse({ type: JoinedDto })
  accept(@Context() context: RequestContext, @Param('token') token: string): Promise<JoinedDto> {
    return this.acceptInvitation.execute(context, token);
  }
}
