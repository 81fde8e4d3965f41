import type { Area } from './areas';

/** Where an enterprise is on its way to a dossier: the first step that is not done. The order is that of the journey. */
export const CLIENT_STAGES = [
  'profile',
  'system',
  'standards',
  'assessment',
  'gaps',
  'actions',
  'dossiers',
  'done',
] as const;
export type ClientStage = (typeof CLIENT_STAGES)[number];

/** What is due of a client, each kind with the part of the data to which it belongs. */
export const DUE_AREAS = {
  action: 'improvements',
  evidence: 'evidence',
  standard_begins: 'register',
  standard_ends: 'register',
  assessment_ends: 'assessment',
} as const satisfies Readonly<Record<string, Area>>;
export type DueKind = keyof typeof DUE_AREAS;
export const DUE_KINDS = Object.keys(DUE_AREAS) as readonly DueKind[];

/** A section of the evaluation: how much of what it can give is reached. */
export interface SectionShare {
  readonly id: string;
  readonly title: { readonly 'zh-CN': string; readonly en: string };
  readonly isBonus: boolean;
  /** 0 to 100; null: nothing applies or can be given. */
  readonly share: number | null;
}

/** The evaluation that is worked on. Points in hundredths. */
export interface AssessmentFigures {
  readonly title: string;
  readonly schemeId: string;
  readonly schemeVersion: string;
  readonly kind: 'scored' | 'readiness';
  readonly targetGrade: string | null;
  readonly grade: string | null;
  readonly reachesTarget: boolean | null;
  readonly basic: number;
  readonly bonus: number;
  readonly total: number;
  /** What there is to reach. */
  readonly basicPoints: number;
  readonly bonusPoints: number;
  readonly answered: number;
  readonly items: number;
  readonly isProvisional: boolean;
  /** Null where points are given; `share` is 0 to 100, null where nothing applies. */
  readonly readiness: {
    readonly share: number | null;
    readonly essential: number;
    readonly essentialMet: number;
    readonly unmet: number;
  } | null;
  readonly sections: readonly SectionShare[];
}

/**
 * Figures of an enterprise by part of its data. A part that the grant does not open is missing; null says that there is
 * nothing yet: no system, no evaluation, no dossier.
 */
export interface ClientParts {
  readonly profile?: { readonly done: number; readonly total: number };
  /** `completeness` is 0 to 100; null: nothing is expected. */
  readonly system?: { readonly completeness: number | null; readonly missing: number } | null;
  /** `expired`: replaced or withdrawn, and still listed. */
  readonly register?: {
    readonly total: number;
    readonly existing: number;
    readonly expired: number;
  };
  readonly assessment?: AssessmentFigures | null;
  readonly improvements?: { readonly open: number; readonly overdue: number };
  readonly dossier?: { readonly state: string; readonly builtAt: string | null } | null;
}

/** What is due next, of what the grant opens. Days are `YYYY-MM-DD`. */
export interface NextDue {
  readonly on: string;
  readonly kind: DueKind;
  readonly title: string;
}

/** One client in the list of a consultancy. */
export interface PortfolioClient {
  readonly id: string;
  readonly name: string;
  readonly readable: readonly Area[];
  /** Last instant at which the data are opened. */
  readonly endsAt: string;
  /** When the figures were worked out; null: not yet. */
  readonly readAt: string | null;
  readonly parts: ClientParts;
  readonly next: NextDue | null;
  /** When something was last done in what is opened; null: nothing yet. */
  readonly activeAt: string | null;
  /** Who of the consultancy works for the client. */
  readonly consultants: readonly string[];
}

/** In the order of the journey, whether a step is done; undefined: its part is closed. */
function stepsOf(parts: ClientParts): readonly (readonly [ClientStage, boolean | undefined])[] {
  const { profile, system, register, assessment, improvements, dossier } = parts;
  const isJudged =
    assessment != null && assessment.items > 0 && assessment.answered === assessment.items;
  const isAimReached =
    assessment?.readiness == null
      ? assessment?.reachesTarget !== false
      : assessment.readiness.essential === assessment.readiness.essentialMet;
  return [
    ['profile', profile && profile.done >= profile.total],
    [
      'system',
      system === undefined ? undefined : system !== null && (system.completeness ?? 100) === 100,
    ],
    ['standards', register && register.total > 0],
    ['assessment', assessment === undefined ? undefined : isJudged],
    ['gaps', assessment === undefined ? undefined : isJudged && isAimReached],
    ['actions', improvements && improvements.open === 0],
    ['dossiers', dossier === undefined ? undefined : dossier?.state === 'ready'],
  ];
}

/**
 * The first step that is not done, as far as its parts are opened; null: none of those is open, so that nobody can tell
 * whether all is done.
 */
export function stageOf(parts: ClientParts): ClientStage | null {
  const steps = stepsOf(parts);
  const next = steps.find(([, isDone]) => isDone === false);
  if (next !== undefined) return next[0];
  return steps.every(([, isDone]) => isDone) ? 'done' : null;
}

/**
 * How far an enterprise is with its evaluation, 0 to 100: points of what there is to reach, or readiness. Undefined
 * where that is closed, null where nothing is known.
 */
export function reachedShare(
  assessment: AssessmentFigures | null | undefined,
): number | null | undefined {
  if (assessment === undefined || assessment === null) return assessment;
  if (assessment.readiness !== null) return assessment.readiness.share;
  const most = assessment.basicPoints;
  return most === 0 ? null : (100 * assessment.basic) / most;
}

/** What is kept of an evaluation for each month; `share` is 0 to 100. */
export interface MonthAssessment extends Pick<
  AssessmentFigures,
  'kind' | 'schemeId' | 'total' | 'grade'
> {
  readonly share: number | null;
}
