import type { Config } from './config';

/** Addresses in the setting, in lower case: `a@example.cn, 王维护 <b@example.cn>`. */
export function maintainerAddresses(setting: string): string[] {
  return [...new Set(setting.toLowerCase().match(/[^\s<>,;，；"]+@[^\s<>,;，；"]+/g))];
}

/** Whether an account keeps the catalogue: its address is named and, where mail goes out, proven to be its own. */
export function isCatalogueMaintainer(
  {
    catalogueMaintainers,
    mustConfirmSenders,
  }: Pick<Config, 'catalogueMaintainers' | 'mustConfirmSenders'>,
  { email, isEmailConfirmed }: { readonly email: string; readonly isEmailConfirmed: boolean },
): boolean {
  if (mustConfirmSenders && !isEmailConfirmed) return false;
  return maintainerAddresses(catalogueMaintainers).includes(email.trim().toLowerCase());
}
