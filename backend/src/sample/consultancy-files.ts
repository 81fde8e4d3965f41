import type { Area } from '@liangxing/contracts';
import type { ProfileContent } from '../features/organizations';
import type { AddedTemplate } from '../features/templates';
import type { SampleAction, SampleEdition, SampleStandard } from './sample-files';

/** `consultancy.json`: the made-up consultancy, and everybody with whom it has to do. */
export interface SampleConsultancy {
  readonly organizationId: string;
  readonly name: string;
  readonly creditCode: string;
  readonly clients: readonly SampleClient[];
  readonly templates: readonly SampleTemplate[];
}

export interface SampleTemplate extends AddedTemplate {
  /** Line of drafts, from 1, that carries a Word file: its outline, with fields for what each client has of its own. */
  readonly wordOf?: number;
}

/** One engagement. Its days are counted from the day of loading, so that whoever loads the sample finds it alive. */
export interface SampleClient {
  readonly organizationId: string;
  /** How far the engagement is: an offer that waits, a live one, or one that the client ended. */
  readonly standing: 'offered' | 'live' | 'revoked';
  readonly readable: readonly Area[];
  readonly writable: readonly Area[];
  readonly reason: string;
  readonly startedDaysAgo: number;
  readonly daysLeft: number;
  /** Missing: one of the editions of the sample enterprise, which is there. */
  readonly enterprise?: SmallEnterprise;
}

/** An enterprise that is on its way; what is missing here it does not have yet. */
export interface SmallEnterprise {
  readonly name: string;
  readonly profile: Partial<ProfileContent>;
  readonly standards?: readonly SampleStandard[];
  readonly hasSystem?: true;
  /** Whose standards, records and answers it has, under letters of its own: `Q/<prefix>`. */
  readonly edition?: SampleEdition;
  readonly prefix?: string;
  readonly hasRecords?: true;
  readonly evaluation?: SmallEvaluation;
}

export interface SmallEvaluation {
  readonly title: string;
  readonly targetGrade: string;
  /** Share of the items that were answered two months ago, a month ago and today. */
  readonly answered: readonly number[];
  readonly finishesInDays: number;
  readonly actions: readonly (Omit<SampleAction, 'dueOn'> & { readonly dueInDays: number })[];
}
