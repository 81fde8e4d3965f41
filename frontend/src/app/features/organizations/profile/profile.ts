import type { ProfileDto, SaveProfileDto } from '../../../core/api/generated/openapi';

export type Profile = ProfileDto;

/** Fields that name one person, with those of the accounts beside them. */
const ACCOUNTS = {
  legalRepresentative: 'legalRepresentativeUserId',
  contactName: 'contactUserId',
  standardizationHead: 'standardizationHeadUserId',
} as const;
type NameField = keyof typeof ACCOUNTS;
type AccountField = (typeof ACCOUNTS)[NameField];

/** What a person fills in; texts may be empty, dates are `YYYY-MM-DD` or null. */
export type ProfileContent = Omit<Required<SaveProfileDto>, AccountField>;
export type ProfileField = keyof ProfileContent;

/** What a person writes in one field; the account where it names one person. */
export interface FieldContent {
  readonly value: ProfileContent[ProfileField];
  readonly userId?: string | null;
}

const namesOne = (field: string): field is NameField => Object.hasOwn(ACCOUNTS, field);

/** The part of a profile that is sent back: an account that is left out stays with its name. */
export function contentOf(profile: Profile): ProfileContent {
  const { version: _version, completeness: _completeness, ...rest } = profile;
  const accounts: readonly string[] = Object.values(ACCOUNTS);
  const kept = Object.entries(rest).filter(([field]) => !accounts.includes(field));
  return Object.fromEntries(kept) as unknown as ProfileContent;
}

export function fieldOf(profile: Profile, field: ProfileField): FieldContent {
  const value = profile[field];
  return namesOne(field) ? { value, userId: profile[ACCOUNTS[field]] } : { value };
}

/** The profile with one of its fields written over. */
export function withField(
  content: ProfileContent,
  field: ProfileField,
  { value, userId }: FieldContent,
): SaveProfileDto {
  const written = { ...content, [field]: value };
  if (!namesOne(field) || userId === undefined) return written;
  return { ...written, [ACCOUNTS[field]]: userId };
}
