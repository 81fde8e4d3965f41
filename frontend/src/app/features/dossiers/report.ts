import { mergedFields } from '../../core/drafts/merge-fields';
import type { AssessmentDto, TeamMemberDto } from '../../core/api/generated/openapi';

type TeamMember = TeamMemberDto;
/** How the self-evaluation was done. */
export type Plan = AssessmentDto['plan'];
/** What the self-evaluation report says beside the scores. */
export type ReportContent = Pick<AssessmentDto, 'plan' | 'conclusion'>;
export type AssessmentReport = ReportContent & Pick<AssessmentDto, 'id' | 'version'>;

/** Two people's reports come together where they wrote in different fields; null: they did not. */
export function mergeReports(
  ...reports: readonly [base: ReportContent, mine: ReportContent, theirs: ReportContent]
): ReportContent | null {
  const [base, mine, theirs] = reports.map(({ plan, conclusion }) => ({ ...plan, conclusion }));
  const merged = base && mine && theirs ? mergedFields(base, mine, theirs) : null;
  if (!merged) return null;
  const { conclusion, ...plan } = merged;
  return { plan, conclusion };
}

const isDuty = /^(副?组长|组员|成员|秘书|记录员|评价员|内审员|(deputy )?(team )?leader|member)$/i;

/** One member a line: `王芳，组长`; a name without a role stands alone. Blank lines are left out. */
export function readTeam(text: string): readonly TeamMember[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      // A blank ends only a Chinese name: `John Smith, team leader`.
      const parts =
        /^([^,，、:：]*?)\s*[,，、:：]\s*(.*)$/.exec(line) ??
        /^(\p{Script=Han}\S*)\s+(.*)$/u.exec(line);
      const [first, second] = [parts?.[1] || line, parts?.[2] ?? ''];
      // `组长：钱建国` as a list of duties has it.
      return isDuty.test(first) && !isDuty.test(second) && second !== ''
        ? { name: second, role: first }
        : { name: first, role: second };
    });
}

/** The same, back as lines. */
export function teamText(team: readonly TeamMember[]): string {
  return team.map(({ name, role }) => (role ? `${name}，${role}` : name)).join('\n');
}
