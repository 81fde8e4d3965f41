import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Allow, Context, Limit, notFound, RequestContext, TenantDatabase } from '../../kernel';
import { CreateOrganization } from './use-cases/create-organization';
import { RequireSecondFactor } from './use-cases/require-second-factor';
import { CreateOrganizationDto, OrganizationDto } from './dto/organization.dto';
import { SecondFactorRuleDto } from './members/member.dto';
import type { Organization } from './organization';
import { OrganizationsRepository } from './organizations.repository';

@ApiTags('organizations')
@Controller('organizations')
export class OrganizationsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organizations: OrganizationsRepository,
    private readonly createOrganization: CreateOrganization,
    private readonly requireSecondFactor: RequireSecondFactor,
  ) {}

  @Post()
  @Allow('organizations:create')
  @Limit('create_organization')
  @ApiOperation({
    operationId: 'organizations_create',
    summary: 'Found an enterprise, or ask for the opening of another organization',
  })
  @ApiCreatedResponse({ type: OrganizationDto })
  create(
    @Context() context: RequestContext,
    @Body() body: CreateOrganizationDto,
  ): Promise<Organization> {
    return this.createOrganization.execute(context, body);
  }

  @Put(':organizationId/second-factor')
  @Allow('members:write')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'organizations_requireSecondFactor',
    summary: 'Let in only who has proved a second factor, or everybody again',
  })
  @ApiNoContentResponse()
  setSecondFactor(
    @Context() context: RequestContext,
    @Body() { isRequired }: SecondFactorRuleDto,
  ): Promise<void> {
    return this.requireSecondFactor.execute(context, isRequired);
  }

  @Get(':organizationId')
  @Allow('organizations:read')
  @ApiOperation({ operationId: 'organizations_get', summary: 'One organization' })
  @ApiOkResponse({ type: OrganizationDto })
  async get(@Context() context: RequestContext): Promise<Organization> {
    const found = await this.database.read(context, (manager) =>
      this.organizations.find(manager, context),
    );
    if (found === null) throw notFound();
    return found;
  }
}
