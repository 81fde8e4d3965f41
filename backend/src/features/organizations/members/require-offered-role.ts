import { OFFERED_ROLES, type AnyRole, type OrganizationKind } from '@liangxing/contracts';
import { validationFailed } from '../../../kernel';

/**
 * What people can be depends on what their organization is.
 * @throws ProblemError validation_failed
 */
export function requireOfferedRole(kind: OrganizationKind, role: AnyRole): void {
  if (!OFFERED_ROLES[kind].includes(role))
    throw validationFailed({ path: 'role', code: 'not_one_of' });
}
