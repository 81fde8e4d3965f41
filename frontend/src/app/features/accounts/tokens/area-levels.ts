import { AREAS, type Area, type GrantedAreas } from '@liangxing/contracts';

/** How far a token opens an area. */
export type AreaLevel = 'none' | 'read' | 'write';

/** What is chosen in the form, by area; an area that is not in it is closed. */
export type AreaLevels = Readonly<Partial<Record<Area, AreaLevel>>>;

/** Every area to be read, none to be written. */
export const READ_EVERYTHING: AreaLevels = Object.fromEntries(
  AREAS.map((area) => [area, 'read' as const]),
);

/** The areas as the server takes them: what may be written may be read. */
export function grantedBy(levels: AreaLevels): GrantedAreas {
  const open = AREAS.filter((area) => (levels[area] ?? 'none') !== 'none');
  return { readable: open, writable: open.filter((area) => levels[area] === 'write') };
}
