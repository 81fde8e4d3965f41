import type { Role } from '@liangxing/contracts';

export interface Organization {
  readonly id: string;
  readonly kind: 'enterprise';
  readonly name: string;
  /** Made up, for trying things out; shown as 示例 everywhere. */
  readonly isSample: boolean;
  /** Role of the person who asks. */
  readonly role: Role;
  readonly createdAt: string;
}
