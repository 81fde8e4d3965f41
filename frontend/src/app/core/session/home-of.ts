import type { SessionDto } from '../api/generated/openapi';

type Membership = SessionDto['memberships'][number];

/** Where somebody begins in an organization of theirs: an enterprise at its workbench, a consultancy at its clients, others at what they are. */
export function homeOf({
  organizationId,
  kind,
  state,
}: Pick<Membership, 'organizationId' | 'kind' | 'state'>): readonly string[] {
  return ['/o', organizationId, firstPage(kind, state)];
}

function firstPage(kind: Membership['kind'], state: Membership['state']): string {
  if (kind === 'enterprise' && isEntered(state)) return 'overview';
  // A consultancy that is suspended has no clients until it is open again.
  return kind === 'consultancy' && state === 'open' ? 'portfolio' : 'application';
}

/** Whether more than its application can be read. */
export function isEntered(state: Membership['state']): boolean {
  return state === 'open' || isOnlyRead(state);
}

/** Whether its people read and take out what there is, and change nothing. */
export function isOnlyRead(state: Membership['state']): boolean {
  return state === 'suspended' || state === 'closing';
}
