import type { Wording } from '@liangxing/contracts';

type Side = keyof Wording;

/** A column of a sheet: its head, its width in characters, and the text in it as SQL. */
type Column = readonly [
  zh: string,
  en: string,
  width: number,
  text: string | ((side: Side) => string),
];

/** What has no workbook of its own elsewhere in the product: one sheet each. */
export interface Sheet {
  readonly name: Wording;
  readonly columns: readonly Column[];
  /** From `FROM` on; `$1` is the organization. */
  readonly from: string;
}

/** Codes in words; one that is not among them stays as it is. */
const worded =
  (column: string, words: Readonly<Record<string, readonly [zh: string, en: string]>>) =>
  (side: Side): string =>
    `CASE ${column} ${Object.entries(words)
      .map(([code, [zh, en]]) => `WHEN '${code}' THEN '${side === 'en' ? en : zh}'`)
      .join(' ')} ELSE ${column} END`;

const moment = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`;

const ASSESSMENT = {
  open: ['进行中', 'open'],
  closed: ['已结束', 'closed'],
  archived: ['已归档', 'archived'],
} as const;

export const SHEETS: readonly Sheet[] = [
  {
    name: { zh: '自我评价', en: 'Evaluations' },
    columns: [
      ['名称', 'Title', 30, 'a.title'],
      ['方案', 'Scheme', 30, `a.scheme_id || ' ' || a.scheme_version`],
      ['目标等级', 'Target', 12, 'a.target_grade'],
      ['状态', 'State', 10, worded('a.state', ASSESSMENT)],
      ['结论', 'Conclusion', 60, 'a.conclusion'],
      ['创建时间', 'Created', 18, moment('a.created_at')],
      ['修改时间', 'Changed', 18, moment('a.updated_at')],
    ],
    from: 'FROM assessments a WHERE a.organization_id = $1 ORDER BY a.created_at, a.id',
  },
  {
    name: { zh: '评分项', en: 'Answers' },
    columns: [
      ['自我评价', 'Evaluation', 30, 'a.title'],
      ['评分项', 'Item', 16, 'n.item_id'],
      [
        '评定',
        'Judged',
        12,
        worded('n.state', {
          assessed: ['已评定', 'judged'],
          not_established: ['未建立', 'not established'],
          not_applicable: ['不适用', 'not applicable'],
          met: ['符合', 'met'],
          partly: ['部分符合', 'partly met'],
          not_met: ['不符合', 'not met'],
          unanswered: ['待评定', 'not judged'],
        }),
      ],
      ['扣分依据', 'By rule', 40, `CASE WHEN n.rules = '{}' THEN '' ELSE n.rules::text END`],
      ['发现', 'Finding', 60, 'n.finding'],
      ['责任人', 'Responsible', 14, 'n.responsible'],
      ['理由', 'Reason', 40, 'n.reason'],
      ['评定人', 'By', 14, 'n.updated_by_name'],
      ['评定时间', 'At', 18, moment('n.updated_at')],
    ],
    from: `FROM answers n JOIN assessments a
      ON a.organization_id = n.organization_id AND a.id = n.assessment_id
      WHERE n.organization_id = $1 ORDER BY a.created_at, a.id, n.item_id`,
  },
  {
    name: { zh: '申请条件', en: 'Conditions' },
    columns: [
      ['自我评价', 'Evaluation', 30, 'a.title'],
      ['条件', 'Condition', 24, 'c.condition_id'],
      [
        '回答',
        'Answer',
        10,
        worded('c.answer', {
          yes: ['满足', 'met'],
          no: ['不满足', 'not met'],
          unanswered: ['未确认', 'open'],
        }),
      ],
      ['证明', 'Proof', 60, 'c.proof'],
      ['核对日期', 'Checked on', 12, 'c.checked_on::text'],
      ['填写人', 'By', 14, 'c.updated_by_name'],
      ['填写时间', 'At', 18, moment('c.updated_at')],
    ],
    from: `FROM condition_answers c JOIN assessments a
      ON a.organization_id = c.organization_id AND a.id = c.assessment_id
      WHERE c.organization_id = $1 ORDER BY a.created_at, a.id, c.condition_id`,
  },
  {
    name: { zh: '标准草案', en: 'Drafts' },
    columns: [
      ['编号', 'Number', 20, 'd.number'],
      ['名称', 'Title', 40, 'd.title'],
      ['英文名称', 'Title in English', 40, 'd.english_title'],
      ['归口部门', 'Department', 16, 'd.department'],
      [
        '起草人',
        'Drafters',
        30,
        `(SELECT string_agg(x, '、') FROM jsonb_array_elements_text(d.drafters) x)`,
      ],
      [
        '状态',
        'State',
        10,
        worded('d.state', {
          draft: ['起草', 'draft'],
          review: ['评审', 'in review'],
          approved: ['批准', 'approved'],
          in_force: ['实施', 'in force'],
          revised: ['修订', 'revised'],
          withdrawn: ['废止', 'withdrawn'],
        }),
      ],
      ['发布日期', 'Issued on', 12, 'd.issued_on::text'],
      ['实施日期', 'In force on', 12, 'd.in_force_on::text'],
    ],
    from: 'FROM standard_drafts d WHERE d.organization_id = $1 ORDER BY d.created_at, d.id',
  },
  {
    name: { zh: '证实材料', en: 'Evidence' },
    columns: [
      ['名称', 'Title', 40, 'e.title'],
      ['文件', 'File', 40, 'r.file_name'],
      ['版本', 'Revision', 8, 'r.revision::text'],
      [
        '是否当前',
        'Current',
        8,
        (side) =>
          `CASE WHEN r.revision = e.current_revision THEN '${side === 'en' ? 'yes' : '是'}' ELSE '' END`,
      ],
      ['字节', 'Bytes', 12, 'r.size::text'],
      ['SHA-256', 'SHA-256', 66, 'r.sha256'],
      ['有效期至', 'Valid until', 12, 'e.valid_until::text'],
      ['上传人', 'Uploaded by', 14, 'r.uploaded_by_name'],
      ['上传时间', 'Uploaded', 18, moment('r.uploaded_at')],
    ],
    from: `FROM evidence_revisions r JOIN evidence e
      ON e.organization_id = r.organization_id AND e.id = r.evidence_id
      WHERE r.organization_id = $1 ORDER BY e.created_at, e.id, r.revision`,
  },
  {
    name: { zh: '申请材料', en: 'Dossiers' },
    columns: [
      ['自我评价', 'Evaluation', 30, 'a.title'],
      ['版次', 'Number', 8, 'd.number::text'],
      ['验证码', 'Code', 22, 'd.code'],
      [
        '状态',
        'State',
        10,
        worded('d.state', {
          queued: ['排队中', 'waiting'],
          building: ['生成中', 'being made'],
          ready: ['已生成', 'issued'],
          failed: ['失败', 'failed'],
        }),
      ],
      ['等级', 'Grade', 10, 'd.grade'],
      // Points are whole hundredths.
      ['总分', 'Points', 10, `to_char(d.total / 100.0, 'FM999990.00')`],
      ['页数', 'Pages', 8, 'd.pages::text'],
      ['SHA-256', 'SHA-256', 66, 'd.sha256'],
      ['生成人', 'Ordered by', 14, 'd.created_by_name'],
      ['生成时间', 'Ordered', 18, moment('d.created_at')],
    ],
    from: `FROM dossiers d JOIN assessments a
      ON a.organization_id = d.organization_id AND a.id = d.assessment_id
      WHERE d.organization_id = $1 ORDER BY d.created_at, d.id`,
  },
  {
    name: { zh: '成员', en: 'Members' },
    columns: [
      ['姓名', 'Name', 16, 'u.name'],
      ['邮箱', 'Address', 30, 'u.email'],
      [
        '角色',
        'Role',
        12,
        worded('m.role', {
          owner: ['所有者', 'owner'],
          editor: ['编辑', 'editor'],
          viewer: ['查看', 'viewer'],
          respondent: ['填报', 'respondent'],
          consultant: ['咨询师', 'consultant'],
          director: ['负责人', 'director'],
          registrar: ['登记员', 'registrar'],
          lead_assessor: ['评价组长', 'lead assessor'],
          assessor: ['评价员', 'assessor'],
          reviewer: ['复核员', 'reviewer'],
          officer: ['主管人员', 'officer'],
        }),
      ],
      ['加入时间', 'Since', 18, moment('m.created_at')],
    ],
    from: `FROM memberships m JOIN users u ON u.id = m.user_id
      WHERE m.organization_id = $1 ORDER BY m.created_at, m.user_id`,
  },
];
