import type { PlatformPermission } from '@liangxing/contracts';
import type { Config } from './config';

type Named = Pick<Config, 'catalogueMaintainers' | 'platformAdministrators' | 'mustConfirmSenders'>;

/** Addresses in a setting, in lower case: `a@example.cn, 王维护 <b@example.cn>`. */
export function namedAddresses(setting: string): string[] {
  return [...new Set(setting.toLowerCase().match(/[^\s<>,;，；"]+@[^\s<>,;，；"]+/g))];
}

/**
 * What an account may do on the platform, whatever the organization: its address is named in a setting and, where mail
 * goes out, proven to be its own.
 */
export function platformPermissions(
  { catalogueMaintainers, platformAdministrators, mustConfirmSenders }: Named,
  { email, isEmailConfirmed }: { readonly email: string; readonly isEmailConfirmed: boolean },
): PlatformPermission[] {
  if (mustConfirmSenders && !isEmailConfirmed) return [];
  const address = email.trim().toLowerCase();
  const isNamedIn = (setting: string): boolean => namedAddresses(setting).includes(address);
  return [
    ...(isNamedIn(catalogueMaintainers) ? (['catalogue:maintain'] as const) : []),
    ...(isNamedIn(platformAdministrators)
      ? (['organizations:approve', 'platform:audit'] as const)
      : []),
  ];
}
