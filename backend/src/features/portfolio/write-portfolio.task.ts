import {
  stageOf,
  type ClientStage,
  type PortfolioClient,
  type Wording,
} from '@liangxing/contracts';
import Excel from 'exceljs';
import { addTextSheet, organizationDay } from '../../kernel/pure';

type Side = keyof Wording;

interface WrittenPortfolio {
  /** JSON of clients, in their order. */
  readonly clients: string;
  readonly side: Side;
  /** On which it is written. */
  readonly day: string;
}

const STAGES: Readonly<Record<ClientStage, Wording>> = {
  profile: { zh: '企业信息', en: 'Profile' },
  system: { zh: '标准体系', en: 'System' },
  standards: { zh: '标准明细', en: 'Register' },
  assessment: { zh: '自我评价', en: 'Self-evaluation' },
  gaps: { zh: '差距与路径', en: 'Gaps' },
  actions: { zh: '整改', en: 'Actions' },
  dossiers: { zh: '申请材料', en: 'Dossier' },
  done: { zh: '已完成', en: 'Done' },
};

const CLOSED: Wording = { zh: '未授权', en: 'Not opened' };

/** A part that the grant does not open says so; what is not there yet is empty. */
function told<Part>(
  part: Part | undefined,
  side: Side,
  text: (part: NonNullable<Part>) => string,
): string {
  if (part === undefined) return CLOSED[side];
  return part === null ? '' : text(part as NonNullable<Part>);
}

const decimal = (hundredths: number): string => String(hundredths / 100);

interface Column {
  readonly head: Wording;
  /** In characters. */
  readonly width: number;
  readonly cell: (client: PortfolioClient, side: Side) => string;
}

const COLUMNS: readonly Column[] = [
  { head: { zh: '客户', en: 'Client' }, width: 28, cell: ({ name }) => name },
  {
    head: { zh: '当前等级', en: 'Grade' },
    width: 10,
    cell: ({ parts }, side) => told(parts.assessment, side, ({ grade }) => grade ?? ''),
  },
  {
    head: { zh: '目标等级', en: 'Target' },
    width: 10,
    cell: ({ parts }, side) => told(parts.assessment, side, ({ targetGrade }) => targetGrade ?? ''),
  },
  {
    head: { zh: '得分', en: 'Points' },
    width: 12,
    cell: ({ parts }, side) =>
      told(parts.assessment, side, ({ readiness, total, basicPoints }) =>
        readiness === null ? `${decimal(total)} / ${decimal(basicPoints)}` : '',
      ),
  },
  {
    head: { zh: '就绪度', en: 'Readiness' },
    width: 10,
    cell: ({ parts }, side) =>
      told(parts.assessment, side, ({ readiness }) =>
        readiness?.share == null ? '' : `${readiness.share}%`,
      ),
  },
  {
    head: { zh: '各部分得分率', en: 'Shares of sections' },
    width: 40,
    cell: ({ parts }, side) =>
      told(parts.assessment, side, ({ sections }) =>
        sections
          .filter(({ share }) => share !== null)
          .map(({ title, share }) => `${title[side === 'en' ? 'en' : 'zh-CN']} ${share}%`)
          .join('；'),
      ),
  },
  {
    head: { zh: '已答条目', en: 'Answered' },
    width: 10,
    cell: ({ parts }, side) =>
      told(parts.assessment, side, ({ answered, items }) => `${answered}/${items}`),
  },
  {
    head: { zh: '体系完整度', en: 'System' },
    width: 10,
    cell: ({ parts }, side) =>
      told(parts.system, side, ({ completeness }) =>
        completeness === null ? '' : `${completeness}%`,
      ),
  },
  {
    head: { zh: '逾期整改', en: 'Overdue actions' },
    width: 10,
    cell: ({ parts }, side) => told(parts.improvements, side, ({ overdue }) => String(overdue)),
  },
  {
    head: { zh: '未完成整改', en: 'Open actions' },
    width: 10,
    cell: ({ parts }, side) => told(parts.improvements, side, ({ open }) => String(open)),
  },
  {
    head: { zh: '失效标准', en: 'Out of force' },
    width: 10,
    cell: ({ parts }, side) => told(parts.register, side, ({ expired }) => String(expired)),
  },
  {
    head: { zh: '阶段', en: 'Stage' },
    width: 12,
    cell: ({ parts }, side) => {
      const stage = stageOf(parts);
      return stage === null ? CLOSED[side] : STAGES[stage][side];
    },
  },
  { head: { zh: '下一日期', en: 'Next date' }, width: 12, cell: ({ next }) => next?.on ?? '' },
  {
    head: { zh: '下一事项', en: 'What is next' },
    width: 32,
    cell: ({ next }) => next?.title ?? '',
  },
  {
    head: { zh: '最近动态', en: 'Last activity' },
    width: 12,
    cell: ({ activeAt }) => (activeAt === null ? '' : organizationDay(new Date(activeAt))),
  },
  {
    head: { zh: '咨询师', en: 'Consultants' },
    width: 16,
    cell: ({ consultants }) => consultants.join('、'),
  },
];

/** The list of clients as the bytes of a workbook of texts: nothing in it runs. */
export async function writePortfolio({
  clients,
  side,
  day,
}: WrittenPortfolio): Promise<Uint8Array> {
  const workbook = new Excel.Workbook();
  const rows = JSON.parse(clients) as PortfolioClient[];
  addTextSheet(
    workbook,
    `${side === 'en' ? 'Clients' : '客户一览'} ${day}`,
    COLUMNS.map(({ head, width }) => ({ head: head[side], width })),
    rows.map((client) =>
      client.readAt === null ? [client.name] : COLUMNS.map(({ cell }) => cell(client, side)),
    ),
    true,
  );
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
