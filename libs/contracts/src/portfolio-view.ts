import {
  CLIENT_STAGES,
  reachedShare,
  stageOf,
  type ClientStage,
  type PortfolioClient,
} from './portfolio';

/** By what the list can be put in order. */
export const PORTFOLIO_SORTS = [
  'name',
  'grade',
  'target',
  'points',
  'system',
  'answered',
  'overdue',
  'expired',
  'stage',
  'next',
  'active',
  'consultant',
] as const;
export type PortfolioSort = (typeof PORTFOLIO_SORTS)[number];

export const PORTFOLIO_GROUPS = ['none', 'stage', 'consultant', 'target'] as const;
export type PortfolioGroup = (typeof PORTFOLIO_GROUPS)[number];

/** How somebody looks at the list; what is left empty does not narrow. */
export interface PortfolioView {
  readonly search: string;
  readonly stage: ClientStage | '';
  readonly isOverdueOnly: boolean;
  /** Days without activity; 0 does not narrow. */
  readonly quietDays: number;
  readonly sort: PortfolioSort;
  readonly isDescending: boolean;
  readonly group: PortfolioGroup;
}

export const USUAL_VIEW: PortfolioView = {
  search: '',
  stage: '',
  isOverdueOnly: false,
  quietDays: 0,
  sort: 'name',
  isDescending: false,
  group: 'none',
};

/** A view with its name; one at most is the one that the page opens with. */
export interface SavedView extends PortfolioView {
  readonly name: string;
  readonly isDefault: boolean;
}

export const MOST_VIEWS = 50;
export const MOST_QUIET_DAYS = 3650;

type Value = string | number | null | undefined;

const MILLISECONDS_OF_DAY = 86_400_000;

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** Letters of a grade first: AAAA before AAA before none. */
const gradeValue = (grade: string | null | undefined): Value => grade && grade.length;

/** What a row is put in order by; null or undefined: nothing to compare, which comes last either way. */
function valueOf(client: PortfolioClient, sort: PortfolioSort): Value {
  const { parts } = client;
  switch (sort) {
    case 'name':
      return client.name;
    case 'grade':
      return gradeValue(parts.assessment?.grade);
    case 'target':
      return gradeValue(parts.assessment?.targetGrade);
    case 'points':
      return reachedShare(parts.assessment);
    case 'system':
      return parts.system?.completeness;
    case 'answered':
      return parts.assessment && parts.assessment.items > 0
        ? parts.assessment.answered / parts.assessment.items
        : null;
    case 'overdue':
      return parts.improvements?.overdue;
    case 'expired':
      return parts.register?.expired;
    case 'stage': {
      const stage = stageOf(parts);
      return stage && CLIENT_STAGES.indexOf(stage);
    }
    case 'next':
      return client.next?.on;
    case 'active':
      return client.activeAt;
    case 'consultant':
      return client.consultants[0];
  }
}

function compared(one: Value, other: Value): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return byName.compare(String(one), String(other));
}

const isKnown = (value: Value): boolean => value !== null && value !== undefined;

/** In the order of the view; whatever is not known or closed comes last, equal ones by name, then by id. */
export function sortClients(
  clients: readonly PortfolioClient[],
  { sort, isDescending }: Pick<PortfolioView, 'sort' | 'isDescending'>,
): PortfolioClient[] {
  const keyed = clients.map((client) => ({ client, value: valueOf(client, sort) }));
  keyed.sort((a, b) => {
    const [knowsA, knowsB] = [isKnown(a.value), isKnown(b.value)];
    if (knowsA !== knowsB) return knowsA ? -1 : 1;
    const order = knowsA ? compared(a.value, b.value) : 0;
    if (order !== 0) return isDescending ? -order : order;
    return byName.compare(a.client.name, b.client.name) || (a.client.id < b.client.id ? -1 : 1);
  });
  return keyed.map(({ client }) => client);
}

/** Whole days since something was done; null: nothing yet. */
export function quietDaysOf(
  { activeAt }: Pick<PortfolioClient, 'activeAt'>,
  now: Date,
): number | null {
  if (activeAt === null) return null;
  return Math.max(0, Math.floor((now.getTime() - Date.parse(activeAt)) / MILLISECONDS_OF_DAY));
}

/** Those that the view leaves. A closed part answers no question about it. */
export function matchingClients(
  clients: readonly PortfolioClient[],
  { search, stage, isOverdueOnly, quietDays }: PortfolioView,
  now: Date,
): PortfolioClient[] {
  const wanted = search.trim().toLowerCase();
  return clients.filter(
    (client) =>
      (wanted === '' || client.name.toLowerCase().includes(wanted)) &&
      (stage === '' || stageOf(client.parts) === stage) &&
      (!isOverdueOnly || (client.parts.improvements?.overdue ?? 0) > 0) &&
      (quietDays === 0 || (quietDaysOf(client, now) ?? Infinity) >= quietDays),
  );
}

/** Clients that belong together; the key is a stage, a name or a grade, '' for those without one. */
export interface ClientGroup {
  readonly key: string;
  readonly clients: readonly PortfolioClient[];
}

/** The same clients in the same order, parted as the view says; those without a key come last. */
export function groupClients(
  clients: readonly PortfolioClient[],
  group: PortfolioGroup,
): readonly ClientGroup[] {
  if (group === 'none') return [{ key: '', clients }];
  const groups = new Map<string, PortfolioClient[]>();
  for (const client of clients) {
    const key = keyOf(client, group);
    groups.set(key, [...(groups.get(key) ?? []), client]);
  }
  return [...groups]
    .map(([key, members]) => ({ key, clients: members }))
    .sort((a, b) => placeOf(a.key, group) - placeOf(b.key, group) || byName.compare(a.key, b.key));
}

function keyOf({ parts, consultants }: PortfolioClient, group: PortfolioGroup): string {
  if (group === 'stage') return stageOf(parts) ?? '';
  if (group === 'target') return parts.assessment?.targetGrade ?? '';
  return consultants.join('、');
}

function placeOf(key: string, group: PortfolioGroup): number {
  if (key === '') return Infinity;
  if (group === 'stage') return CLIENT_STAGES.findIndex((stage) => stage === key);
  return group === 'target' ? -key.length : 0;
}
