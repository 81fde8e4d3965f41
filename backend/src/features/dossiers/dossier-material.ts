import type {
  AssessmentState,
  ConditionAnswer,
  ConfirmedDeclaration,
  ServedPlaces,
} from '@liangxing/contracts';
import type { LawRow, SelfDeclarationRow } from '@liangxing/dossier';
import type { Attachment } from './attachments/attachment';
import type { CorrectedCell } from './duty-allocation/corrected-allocation';
import type { IsoDate, Scheme } from '@liangxing/scheme';
import type { EnterpriseFacts, ItemAnswer, Score } from '@liangxing/scoring';
import type { PrimarySystem, RegisterEntry } from '../systems/pure';

/**
 * Everything a dossier shows: what was frozen with what follows from it, as the checker judges it and the snapshot
 * prints it; see `deriveMaterial`. Plain values; dates are `YYYY-MM-DD`, unknown texts are empty, unknown dates and figures null.
 */
export interface DossierMaterial {
  readonly isSample: boolean;
  readonly profile: ProfileMaterial;
  readonly facts: EnterpriseFacts;
  readonly assessment: AssessmentMaterial;
  readonly scheme: Scheme;
  /** What was said of the conditions of the application; those of the scheme, in its order. */
  readonly conditions: readonly ConditionMaterial[];
  readonly answers: readonly AnswerMaterial[];
  readonly score: Score;
  /** The primary standard system as the enterprise built it; null: it has built none yet. */
  readonly system: PrimarySystem | null;
  /**
   * Nodes that hold a standard in force or what is expected there, wherever it stands: what the checks of readiness items
   * go by. Empty where points are given.
   */
  readonly heldNodes: readonly string[];
  readonly standards: readonly RegisterEntry[];
  readonly evidence: readonly EvidenceMaterial[];
  readonly actions: readonly ActionMaterial[];
  /** By action. Known where the enterprise itself is checked: they are of its members, and nothing that is frozen. */
  readonly actionAccounts?: Readonly<Record<string, ActionAccounts>>;
  /** Laws and rules that bind the enterprise. */
  readonly laws: readonly LawRow[];
  /** Standards that it has declared publicly. */
  readonly selfDeclarations: readonly SelfDeclarationRow[];
  /** Files of the library whose pages stand behind, in order. */
  readonly attachments: readonly AttachmentMaterial[];
  /** What a person set in the allocation of duties otherwise than the register tells it. */
  readonly correctedDuties: readonly CorrectedCell[];
}

/** An attached file, whether or not it serves anything else. */
type AttachmentMaterial = Omit<Attachment, 'size' | 'storageKey'>;

export interface ProfileMaterial {
  readonly name: string;
  readonly shortName: string;
  readonly creditCode: string;
  readonly regionName: string;
  readonly address: string;
  readonly postalCode: string;
  readonly enterpriseNature: string;
  /** In 10,000 yuan. */
  readonly annualOutput: number | null;
  readonly annualRevenue: number | null;
  readonly applicationKind: 'first' | 'renewal' | null;
  readonly lastCertificate: string;
  readonly industryCode: string;
  readonly industryName: string;
  readonly size: 'large' | 'medium' | 'small' | null;
  readonly employees: number | null;
  readonly technicalStaff: number | null;
  readonly foundedOn: IsoDate | null;
  readonly legalRepresentative: string;
  readonly products: readonly string[];
  readonly managementSystems: readonly string[];
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
  readonly standardizationBody: string;
  readonly standardizationHead: string;
  readonly standardizationStaff: readonly {
    readonly name: string;
    readonly post: string;
    readonly qualification: string;
  }[];
  readonly departments: readonly {
    readonly code: string;
    readonly name: string;
    readonly duty: string;
  }[];
  readonly policy: string;
  readonly objectives: readonly {
    readonly text: string;
    readonly owner: string;
    readonly measure: string;
    readonly period: string;
  }[];
  readonly systemReleasedOn: IsoDate | null;
  readonly systemEffectiveOn: IsoDate | null;
  readonly introduction: string;
  readonly standardizationIntroduction: string;
  readonly appointmentDocuments: readonly {
    readonly number: string;
    readonly title: string;
    readonly date: IsoDate | null;
    readonly signedBy: string;
  }[];
}

export interface AssessmentMaterial {
  readonly state: AssessmentState;
  readonly id: string;
  readonly title: string;
  readonly targetGrade: string;
  readonly targetLevel: 'national' | 'provincial' | null;
  readonly plan: {
    readonly purpose: string;
    readonly team: readonly { readonly name: string; readonly role: string }[];
    readonly startedOn: IsoDate | null;
    readonly finishedOn: IsoDate | null;
    readonly method: string;
    readonly sampling: string;
    readonly declarations: readonly ConfirmedDeclaration[];
  };
  readonly conclusion: string;
}

export interface ConditionMaterial {
  readonly conditionId: string;
  readonly answer: ConditionAnswer;
  readonly proof: string;
  readonly checkedOn: IsoDate | null;
}

export interface AnswerMaterial {
  readonly itemId: string;
  readonly answer: ItemAnswer;
  readonly finding: string;
  readonly responsible: string;
  /** Why the item does not apply. */
  readonly reason: string;
}

/** A file that serves something of this dossier; what serves nothing of it is none of its material. */
export interface EvidenceMaterial extends ServedPlaces {
  readonly id: string;
  readonly title: string;
  readonly periodFrom: IsoDate | null;
  readonly periodTo: IsoDate | null;
  readonly validUntil: IsoDate | null;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly revision: number;
  /** UTC instant of the first upload: decides the running number. */
  readonly createdAt: string;
}

/** Who stands behind the printed names of an action, where that is known. */
export interface ActionAccounts {
  readonly ownerUserId: string | null;
  readonly verifiedByUserId: string | null;
}

export interface ActionMaterial {
  readonly id: string;
  readonly number: number;
  readonly itemId: string | null;
  readonly finding: string;
  readonly cause: string;
  readonly measure: string;
  readonly owner: string;
  readonly dueOn: IsoDate | null;
  readonly state: 'open' | 'in_progress' | 'done' | 'verified';
  readonly result: string;
  readonly verifiedBy: string;
  readonly verifiedOn: IsoDate | null;
}
