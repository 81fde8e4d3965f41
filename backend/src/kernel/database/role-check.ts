/** The database role could see or change more than one tenant; the program must not run with it. */
export class UnsafeRoleError extends Error {
  constructor(variable: string, reason: string) {
    super(
      `The database role in ${variable} ${reason}. ` +
        'Use liangxing_app for the server and liangxing_jobs for the worker.',
    );
  }
}

interface Role {
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
  readonly inherits: boolean;
}

/**
 * Refuses a role for which row-level security would be no wall.
 * @param query as the role; @param variable the setting that names it
 * @throws UnsafeRoleError
 */
export async function assertSafeRole(
  query: (sql: string) => Promise<Role[]>,
  variable: string,
): Promise<void> {
  const [role] = await query(`
    SELECT r.rolsuper AS superuser, r.rolbypassrls AS bypasses,
      EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relowner = r.oid AND n.nspname IN ('public', 'app')) AS owns,
      EXISTS (SELECT FROM pg_roles other WHERE other.oid <> r.oid
        AND (other.rolsuper OR other.rolbypassrls OR other.rolname = 'liangxing_migrator')
        AND pg_has_role(r.oid, other.oid, 'MEMBER')) AS inherits
    FROM pg_roles r WHERE r.rolname = current_user`);
  if (!role) throw new UnsafeRoleError(variable, 'is unknown to the server');
  if (role.superuser) throw new UnsafeRoleError(variable, 'is a superuser');
  if (role.bypasses) throw new UnsafeRoleError(variable, 'bypasses row-level security');
  if (role.owns) throw new UnsafeRoleError(variable, 'owns tables');
  if (role.inherits) throw new UnsafeRoleError(variable, 'is a member of a stronger role');
}
