import type { MeetingKind } from '@liangxing/contracts';
import type { TestDatabase } from './test-database';

/** A whole record of a meeting of a case, where there is none yet: written behind the API. */
export async function recordMeeting(
  database: TestDatabase,
  caseId: string,
  kind: MeetingKind,
): Promise<void> {
  const attendance = [
    { side: 'body', name: '王芳', department: '', post: '组长' },
    { side: 'enterprise', name: '顾明', department: '', post: '总经理' },
  ];
  await database.superuser(
    `INSERT INTO case_meetings (organization_id, case_id, kind, version, held_on, place, minutes, attendance, updated_by_name)
     SELECT organization_id, id, $2, 1, app.today(), '会议室', '', $3, '王芳' FROM cases WHERE id = $1
     ON CONFLICT DO NOTHING`,
    [caseId, kind, JSON.stringify(attendance)],
  );
}
