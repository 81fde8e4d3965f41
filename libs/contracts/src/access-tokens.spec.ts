import fc from 'fast-check';
import { isOpenedByToken, isReachedByTokens } from './access-tokens';
import { AREAS, type Area } from './areas';
import {
  ACCOUNT_PERMISSIONS,
  ORGANIZATION_PERMISSIONS,
  PLATFORM_PERMISSIONS,
  type Permission,
} from './permission-names';

const all: readonly Permission[] = [
  ...ORGANIZATION_PERMISSIONS,
  ...ACCOUNT_PERMISSIONS,
  ...PLATFORM_PERMISSIONS,
];
const someAreas = fc.subarray<Area>([...AREAS]);
const someScope = fc
  .tuple(someAreas, someAreas)
  .map(([writable, more]) => ({ writable, readable: [...new Set([...writable, ...more])] }));

describe('an access token', () => {
  it('never opens members, clients, trails, the organization itself, the account or the platform', () => {
    const closed = all.filter((permission) => !isReachedByTokens(permission));
    expect(closed).toEqual([
      'organizations:leave',
      'organizations:close',
      'organizations:export',
      'application:read',
      'application:write',
      'members:read',
      'members:write',
      'audit:read',
      'portfolio:use',
      'templates:read',
      'templates:write',
      'engagements:read',
      'engagements:offer',
      'engagements:write',
      'submissions:write',
      'cases:read',
      'cases:register',
      'cases:plan',
      'cases:evaluate',
      'cases:review',
      'cases:decide',
      'certificates:read',
      'certificates:write',
      'body:read',
      'body:write',
      ...ACCOUNT_PERMISSIONS,
      ...PLATFORM_PERMISSIONS,
    ]);
    fc.assert(
      fc.property(someScope, (scope) => {
        for (const permission of closed) expect(isOpenedByToken(scope, permission)).toBe(false);
      }),
    );
  });

  it('writes only where it was opened for writing', () => {
    fc.assert(
      fc.property(someScope, ({ readable }) => {
        const scope = { readable, writable: [] };
        const written = all.filter((permission) => permission.endsWith(':write'));
        for (const permission of written) expect(isOpenedByToken(scope, permission)).toBe(false);
      }),
    );
  });

  it('opens with more areas no less', () => {
    fc.assert(
      fc.property(someScope, fc.constantFrom(...AREAS), (scope, area) => {
        const wider = {
          readable: [...new Set([...scope.readable, area])],
          writable: [...new Set([...scope.writable, area])],
        };
        for (const permission of all)
          if (isOpenedByToken(scope, permission))
            expect(isOpenedByToken(wider, permission)).toBe(true);
      }),
    );
  });

  it('opens to everything that it reaches at all by all areas', () => {
    for (const permission of all)
      expect(isOpenedByToken({ readable: AREAS, writable: AREAS }, permission)).toBe(
        isReachedByTokens(permission),
      );
  });
});
