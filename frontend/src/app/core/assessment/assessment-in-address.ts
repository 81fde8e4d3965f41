/**
 * The enterprise and the self-evaluation that an address names.
 * @param url from the root: `/o/<enterprise>/gaps?assessment=<id>`
 */
export function assessmentInAddress(url: string): {
  readonly organizationId: string;
  readonly assessmentId: string | null;
} {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [, root, organizationId = ''] = pathname.split('/');
  const isOfEnterprise = root === 'o';
  return {
    organizationId: isOfEnterprise ? organizationId : '',
    assessmentId: isOfEnterprise ? searchParams.get('assessment') || null : null,
  };
}
