import type { Config } from './config';

/** Addresses in the setting, in lower case: `a@example.cn, 王维护 <b@example.cn>`. */
export function maintainerAddresses(setting: string): string[] {
  return [...new Set(setting.toLowerCase().match(/[^\s<>,;，；"]+@[^\s<>,;，；"]+/g))];
}

/** Whether an account of this address keeps the catalogue. */
export function isCatalogueMaintainer(
  { catalogueMaintainers }: Pick<Config, 'catalogueMaintainers'>,
  email: string,
): boolean {
  return maintainerAddresses(catalogueMaintainers).includes(email.trim().toLowerCase());
}
