import type { AnyRole, OrganizationKind, OrganizationState } from '@liangxing/contracts';

export interface Organization {
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly state: OrganizationState;
  /** Made up, for trying things out; shown as 示例 everywhere. */
  readonly isSample: boolean;
  /** Role of the person who asks. */
  readonly role: AnyRole;
  readonly createdAt: string;
}
