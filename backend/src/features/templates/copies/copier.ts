import type { TemplateKind, WordField } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../kernel';
import type { StoredWord } from '../../drafts';
import type { Template, TemplateContents } from '../template';

/** What a copy does at one client, found out in the client's tenant. */
export interface CopyPlan {
  /** Names of what is made. */
  readonly fresh: readonly string[];
  /** Names of what stands there already; it stays as it is. */
  readonly present: readonly string[];
  /** Fields of Word files among it of which nothing is known at the client. */
  readonly emptyFields?: readonly WordField[];
  /** Why nothing is made, where that is not because all of it is there. */
  readonly stop?: 'kept' | 'code_missing';
  /** Makes what is fresh, in the transaction that planned it. */
  write(): Promise<void>;
}

export interface CopyOf<Kind extends TemplateKind> {
  readonly template: Pick<Template, 'id' | 'name'>;
  readonly content: TemplateContents[Kind];
  /** As told for this client; null: nobody said it. */
  readonly code: string | null;
  /** Word files by their numbers: of the template, or once they are ready in the client's tenant. */
  readonly files: ReadonlyMap<number, StoredWord>;
}

/**
 * Copies templates of one kind, through the use cases of the room to which the copy belongs.
 * @see CopyTemplate, which opens the transaction and checks what the person may do there
 */
export interface Copier<Kind extends TemplateKind> {
  /**
   * Before the transaction that writes: what lies in the store is made ready in the client's tenant. What is not recorded
   * then is swept.
   * @returns the files that are ready
   */
  prepare?(context: RequestContext, copy: CopyOf<Kind>): Promise<CopyOf<Kind>['files']>;

  /**
   * Before a plan that is written: until the transaction ends nobody of the client adds what the plan looks for.
   * @param context in the client's tenant, by its grant
   */
  hold?(manager: EntityManager, context: RequestContext, copy: CopyOf<Kind>): Promise<void>;

  /** @param context in the client's tenant, by its grant */
  plan(manager: EntityManager, context: RequestContext, copy: CopyOf<Kind>): Promise<CopyPlan>;
}
