import fc from 'fast-check';
import { AREAS, type Area } from './areas';
import { ORGANIZATION_KINDS, ROLES_OF_KIND, type AnyRole } from './organization-kinds';
import { isPermitted, ROLE_PERMISSIONS } from './permissions';
import type { OrganizationPermission } from './permission-names';

const everything = [...ROLE_PERMISSIONS.enterprise.owner];
const someAreas = fc.subarray<Area>([...AREAS]);
const someGrant = fc
  .tuple(someAreas, someAreas)
  .map(([writable, more]) => ({ writable, readable: [...new Set([...writable, ...more])] }));
const someConsultant = fc.constantFrom<AnyRole>(...ROLES_OF_KIND.consultancy);

const held = (standing: Parameters<typeof isPermitted>[0]): OrganizationPermission[] =>
  everything.filter((permission) => isPermitted(standing, permission));

describe('what a grant allows', () => {
  it('is never people, invitations, the audit trail, nor the end of the organization', () => {
    fc.assert(
      fc.property(someGrant, someConsultant, (grant, role) => {
        for (const permission of held({ kind: 'consultancy', role, grant }))
          expect(permission).not.toMatch(
            /^(members|audit|engagements|portfolio):|:(leave|close|export)$/,
          );
      }),
    );
  });

  it('is no more than an editor of the enterprise may do', () => {
    fc.assert(
      fc.property(someGrant, someConsultant, (grant, role) => {
        const editor = ROLE_PERMISSIONS.enterprise.editor;
        for (const permission of held({ kind: 'consultancy', role, grant }))
          expect(editor.has(permission)).toBe(true);
      }),
    );
  });

  it('grows with the grant, and writing only where it is opened for writing', () => {
    fc.assert(
      fc.property(someGrant, fc.constantFrom(...AREAS), (grant, area) => {
        const standing = { kind: 'consultancy', role: 'consultant' } as const;
        const wider = { ...grant, readable: [...new Set([...grant.readable, area])] };
        const before = held({ ...standing, grant });
        const after = new Set(held({ ...standing, grant: wider }));
        expect(before.filter((permission) => !after.has(permission))).toEqual([]);
        const written = [...after].filter((permission) => permission.endsWith(':write'));
        expect(written.length > 0).toBe(grant.writable.length > 0);
      }),
    );
  });

  it('lets who only reads in the consultancy only read at the client', () => {
    const grant = { readable: [...AREAS], writable: [...AREAS] };
    const written = held({ kind: 'consultancy', role: 'viewer', grant }).filter((permission) =>
      permission.endsWith(':write'),
    );
    expect(written).toEqual([]);
  });

  it('is nothing for people of another kind of organization', () => {
    const grant = { readable: [...AREAS], writable: [...AREAS] };
    for (const kind of ORGANIZATION_KINDS.filter((each) => each !== 'consultancy'))
      for (const role of ROLES_OF_KIND[kind]) expect(held({ kind, role, grant })).toEqual([]);
  });
});

describe('what a role allows in the own organization', () => {
  it('is nothing for a role that the kind does not know', () => {
    expect(held({ kind: 'authority', role: 'owner', grant: null })).toEqual([]);
    expect(held({ kind: 'consultancy', role: 'editor', grant: null })).toEqual([]);
  });

  it('gives each organization somebody who can read its name', () => {
    for (const kind of ORGANIZATION_KINDS)
      for (const role of ROLES_OF_KIND[kind])
        expect(isPermitted({ kind, role, grant: null }, 'organizations:read')).toBe(true);
  });
});
