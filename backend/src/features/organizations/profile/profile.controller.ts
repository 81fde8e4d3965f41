import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Context,
  IfMatch,
  LargeBody,
  NeedsIfMatch,
  RequestContext,
  TenantDatabase,
} from '../../../kernel';
import type { ShownProfile } from './profile';
import { ProfileDto, SaveProfileDto } from './profile.dto';
import { ProfileRepository } from './profile.repository';
import { SaveProfile } from '../use-cases/save-profile';

@ApiTags('organizations')
@Controller('organizations/:organizationId/profile')
export class ProfileController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly profiles: ProfileRepository,
    private readonly saveProfile: SaveProfile,
  ) {}

  @Get()
  @Allow('profile:read')
  @ApiOperation({ operationId: 'profile_get', summary: 'Profile of the enterprise' })
  @ApiOkResponse({ type: ProfileDto })
  get(@Context() context: RequestContext): Promise<ShownProfile> {
    return this.database.read(context, (manager) =>
      this.profiles.shown(manager, context.organizationId),
    );
  }

  @Put()
  @Allow('profile:write')
  // Introductions, and duties of 200 departments.
  @LargeBody({ bytes: 1024 * 1024 })
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'profile_save', summary: 'Save the whole profile' })
  @ApiOkResponse({ type: ProfileDto })
  save(
    @Context() context: RequestContext,
    @IfMatch() version: number,
    @Body() content: SaveProfileDto,
  ): Promise<ShownProfile> {
    return this.saveProfile.execute(context, { content, version });
  }
}
