import type { AnyRole } from '@liangxing/contracts';
import type { BodyFacts, Competence } from '../features/bodies';
import type { CertificateSettings } from '../features/certificates';
import type { ConclusionFields, FindingFields, ScoredContent } from '../features/sheets';
import type { SampleSignIn } from './sample-files';

/** `body.json`: the made-up body, what it says of itself, its people, and the applications that it has. */
export interface SampleBody {
  readonly organizationId: string;
  readonly name: string;
  readonly creditCode: string;
  readonly profile: BodyFacts;
  readonly certificateSettings: Omit<CertificateSettings, 'version'>;
  readonly staff: readonly SampleAssessor[];
  /** Of all its evaluations. */
  readonly plan: SamplePlan;
  readonly evaluating: EvaluatingCase;
  readonly certified: CertifiedCase;
}

export interface SampleAssessor {
  readonly signIn: SampleSignIn['role'];
  readonly role: AnyRole;
  readonly competence: Competence;
}

/** An evaluation of one day; times are `HH:MM`. */
export interface SamplePlan {
  readonly purpose: string;
  readonly scope: string;
  readonly method: string;
  readonly sampling: string;
  /** Of every line between the meetings. */
  readonly content: string;
  /** At which department the lead is, and the assessor. */
  readonly slots: readonly {
    readonly from: string;
    readonly to: string;
    readonly lead: string;
    readonly assessor: string;
  }[];
  readonly place: string;
  readonly firstMinutes: string;
  readonly closingMinutes: string;
  /** Of the enterprise, at both meetings. */
  readonly attendees: readonly {
    readonly name: string;
    readonly department: string;
    readonly post: string;
  }[];
}

/** Who of the team does something. */
export type Scorer = 'lead' | 'assessor';

type SampleFinding = Omit<FindingFields, 'evidenceId'> & { readonly by: Scorer };

/** What both applications have of their own. */
export interface SampleApplication {
  /** The enterprise that hands its newest dossier in. */
  readonly applicantId: string;
  readonly note: string;
  readonly basis: string;
}

/** One that is being evaluated: sheets are partly filled in, findings not sent yet. */
export interface EvaluatingCase extends SampleApplication {
  readonly question: string;
  readonly answerInDays: number;
  readonly answer: string;
  readonly sheets: Readonly<Record<Scorer, SampleSheet>>;
  readonly findings: readonly SampleFinding[];
}

/** Items whose ids begin so are met, but for those that are told otherwise. */
export interface SampleSheet {
  readonly sections: readonly string[];
  readonly otherwise: Readonly<Record<string, Pick<ScoredContent, 'state' | 'finding'>>>;
}

/** One that has its certificate. Both sheets say what the enterprise said, but for the items where the assessor differs. */
export interface CertifiedCase extends SampleApplication {
  readonly differing: readonly (Pick<ScoredContent, 'rules' | 'finding'> & {
    readonly itemId: string;
    /** With which, and why, the lead settles it. */
    readonly note: string;
    readonly reason: string;
  })[];
  readonly finding: SampleFinding;
  readonly findingAnswer: { readonly cause: string; readonly correction: string };
  readonly judgement: string;
  readonly conclusion: ConclusionFields;
  readonly review: string;
  readonly scope: string;
  readonly publicityDays: number;
  readonly grantText: string;
}
