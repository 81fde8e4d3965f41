import type { ProfileDto, SaveProfileDto } from '../../../core/api/generated/openapi';

export type Profile = ProfileDto;
/** What a person fills in; texts may be empty, dates are `YYYY-MM-DD` or null. */
export type ProfileContent = Required<SaveProfileDto>;
export type ProfileField = keyof ProfileContent;

/** The part of a profile that is sent back. */
export function contentOf(profile: Profile): ProfileContent {
  const { version: _version, completeness: _completeness, ...content } = profile;
  return content;
}
