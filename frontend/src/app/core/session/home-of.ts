import { type Area, AREAS } from '@liangxing/contracts';
import type { SessionDto } from '../api/generated/openapi';

type Membership = SessionDto['memberships'][number];
type Entry = SessionDto['entries'][number];
type Place = Pick<Membership, 'organizationId' | 'kind' | 'state'> &
  Partial<Pick<Entry, 'actingId' | 'readable'>>;

/** The page of each area, in the order of the journey. */
const PAGES: readonly (readonly [Area, string])[] = [
  ['assessment', 'assessment'],
  ['profile', 'profile'],
  ['system', 'system'],
  ['register', 'standards'],
  ['improvements', 'actions'],
  ['dossier', 'dossiers'],
  ['records', 'records'],
  ['evidence', 'evidence'],
];

/**
 * Where somebody begins: in an enterprise at its workbench, in a consultancy at its clients, at a client where all that
 * is open is told, else at the first page that is; others at what they are.
 */
export function homeOf(place: Place): readonly string[] {
  return ['/o', place.organizationId, pageOf(place)];
}

function pageOf({ kind, state, actingId, readable = [] }: Place): string {
  if (actingId !== undefined) return pageAtClient(readable);
  if (!isEntered(state)) return 'application';
  if (kind === 'enterprise') return 'overview';
  if (kind === 'assessment_body' && state === 'open') return 'cases';
  if (kind !== 'consultancy') return 'application';
  // A consultancy that is not open has no figures of its clients.
  return state === 'open' ? 'portfolio' : 'clients';
}

/** Whether more than its application can be read. */
export function isEntered(state: Membership['state']): boolean {
  return state === 'open' || isOnlyRead(state);
}

/** Whether its people read and take out what there is, and change nothing. */
export function isOnlyRead(state: Membership['state']): boolean {
  return state === 'suspended' || state === 'closing';
}

/** Where somebody of a consultancy begins at a client that opens these areas. */
export function homeAtClient(organizationId: string, readable: readonly Area[]): readonly string[] {
  return ['/o', organizationId, pageAtClient(readable)];
}

function pageAtClient(readable: readonly Area[]): string {
  if (AREAS.every((area) => readable.includes(area))) return 'overview';
  return PAGES.find(([area]) => readable.includes(area))?.[1] ?? 'overview';
}
