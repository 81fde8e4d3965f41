import type { AssessmentMaterial } from '../dossier-material';

type Member = AssessmentMaterial['plan']['team'][number];

interface Department {
  readonly code: string;
  readonly name: string;
}

const inBrackets = /[（(]([^（）()]+)[）)]\s*$/u;

/** `组员（生产部）` → 生产部, where the brackets name a department of the enterprise; else empty. */
export function memberDepartment({ role }: Member, departments: readonly Department[]): string {
  const said = inBrackets.exec(role)?.[1]?.trim() ?? '';
  return departments.find(({ name, code }) => name === said || code === said)?.name ?? '';
}

/** A member of the team as printed: what stands in brackets is a department or a post, and no part of the role. */
export function printedMember(
  member: Member,
  departments: readonly Department[],
): { readonly name: string; readonly role: string; readonly department: string } {
  const said = inBrackets.exec(member.role)?.[1]?.trim() ?? '';
  const role = said === '' ? member.role : member.role.replace(inBrackets, '').trim();
  return {
    name: member.name,
    role,
    department: memberDepartment(member, departments) || said,
  };
}
