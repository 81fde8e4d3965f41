import type { EntityManager } from 'typeorm';

/** The database role could see or change more than one tenant; the program must not run with it. */
export class UnsafeRoleError extends Error {
  constructor(reason: string) {
    super(
      `The database role of this program ${reason}. ` +
        'Use liangxing_app for the server and liangxing_jobs for the worker.',
    );
  }
}

/**
 * Refuses a role for which row-level security would be no wall.
 * @throws UnsafeRoleError
 */
export async function assertSafeRole(manager: EntityManager): Promise<void> {
  const [role] = await manager.query<
    { superuser: boolean; bypasses: boolean; owns: boolean; inherits: boolean }[]
  >(`
    SELECT r.rolsuper AS superuser, r.rolbypassrls AS bypasses,
      EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relowner = r.oid AND n.nspname IN ('public', 'app')) AS owns,
      EXISTS (SELECT FROM pg_roles other WHERE other.oid <> r.oid
        AND (other.rolsuper OR other.rolbypassrls OR other.rolname = 'liangxing_migrator')
        AND pg_has_role(r.oid, other.oid, 'MEMBER')) AS inherits
    FROM pg_roles r WHERE r.rolname = current_user`);
  if (!role) throw new UnsafeRoleError('is unknown to the server');
  if (role.superuser) throw new UnsafeRoleError('is a superuser');
  if (role.bypasses) throw new UnsafeRoleError('bypasses row-level security');
  if (role.owns) throw new UnsafeRoleError('owns tables');
  if (role.inherits) throw new UnsafeRoleError('is a member of a stronger role');
}
