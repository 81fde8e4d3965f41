import { ORGANIZATION_QUOTAS, type OrganizationQuota } from '@liangxing/contracts';

export interface OwnQuota {
  readonly name: OrganizationQuota;
  /** Pieces, or bytes where the quota counts those. */
  readonly most: number;
}

/** Bytes are typed and shown in millions of them. */
const MEGABYTE = 1_000_000;

export function isInBytes(name: OrganizationQuota): boolean {
  return name.endsWith('_bytes');
}

/** As people write it: pieces, or MB. */
export function shownQuota(name: OrganizationQuota, most: number): string {
  return String(isInBytes(name) ? Number((most / MEGABYTE).toFixed(3)) : most);
}

/**
 * What was typed into the fields, by the name of each quota; an empty field is no quota of its own, and one that stands
 * as it is shown keeps its own to the byte.
 * @param own quotas of its own before
 * @returns the names of fields that hold no number of the kind instead, where there are any
 */
export function typedQuotas(
  typed: (name: OrganizationQuota) => string,
  own: ReadonlyMap<OrganizationQuota, number>,
): {
  readonly quotas: readonly OwnQuota[];
  readonly wrong: readonly OrganizationQuota[];
} {
  const quotas: OwnQuota[] = [];
  const wrong: OrganizationQuota[] = [];
  for (const name of ORGANIZATION_QUOTAS) {
    const text = typed(name).replaceAll(/[\s,，]/g, '');
    if (text === '') continue;
    const before = own.get(name);
    if (before !== undefined && text === shownQuota(name, before)) {
      quotas.push({ name, most: before });
      continue;
    }
    const most = Math.round(Number(text) * (isInBytes(name) ? MEGABYTE : 1));
    const isWhole = isInBytes(name) ? /^\d+(\.\d+)?$/.test(text) : /^\d+$/.test(text);
    if (isWhole && Number.isSafeInteger(most)) quotas.push({ name, most });
    else wrong.push(name);
  }
  return { quotas, wrong };
}
