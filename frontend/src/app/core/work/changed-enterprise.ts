const belowEnterprise = /\/organizations\/([0-9a-f-]{36})\//;

/** The enterprise whose data a request writes; null where it only reads, or writes elsewhere. */
export function changedEnterprise(method: string, url: string): string | null {
  return method === 'GET' ? null : (belowEnterprise.exec(url)?.[1] ?? null);
}
