import { Injectable } from '@nestjs/common';
import { itemsByNode, listItems, type Scheme } from '@liangxing/scheme';
import {
  templateOfForm,
  type Coverage,
  type Industry,
  type NextStep,
  type NodeHolding,
  type StructureTemplateId,
} from '@liangxing/system-structure';
import { KeptByStamp, sha256Of, ThreadPool, threadTask, type JobContext } from '../../../kernel';
import { SchemeCatalogue } from '../../schemes';
import type { EnterpriseKind } from '../enterprise-kind';
import type { StoredSystem, SystemView } from '../system';
import { systemOf } from '../system-state';
import {
  measureSystem,
  received,
  rewordSystem,
  type AskedByScheme,
  type MeasuredSystem,
  type RewordedSystem,
} from './measure-system.task';

const MEASURE = threadTask<typeof measureSystem>('measureSystem', { seconds: 30, isForPage: true });

/** Of all that is kept, in ids of standards and expectations; some ten megabytes. */
const MOST_KEPT = 200_000;

/** How far an organization is, and what it should do next; also before it has a system. */
export interface SystemProgress {
  /** Names all that it was worked out from. */
  readonly state: string;
  readonly stored: StoredSystem | null;
  readonly industry: Industry;
  /** Id of the scheme that evaluates systems of that form; null where none is published. */
  readonly scheme: string | null;
  readonly coverage: Coverage | null;
  readonly steps: readonly NextStep[];
  readonly holdings: readonly NodeHolding[];
}

/** Of a system, and not that there is none yet. */
export function isMeasured(
  progress: SystemProgress,
): progress is SystemProgress & { readonly coverage: Coverage } {
  return progress.coverage !== null;
}

/** A system after a step. */
export interface SteppedSystem extends SystemView {
  /** How far it now is; null: it could not be worked out, the step is done all the same. */
  readonly progress: SystemProgress | null;
  /** How far it was; null: nobody has worked it out here. */
  readonly before: SystemProgress | null;
}

/** A system as it was read, or that there is none yet, and the register it is measured by. */
export interface SystemToMeasure
  extends EnterpriseKind, Pick<MeasuredSystem, 'places' | 'register'> {
  readonly stored: StoredSystem | null;
}

interface AskedMeasure {
  /** null: there is no system yet. */
  readonly system: Pick<StoredSystem, 'id' | 'templateId'> | null;
  /** The industry instead of the one that the profile tells. */
  readonly told?: Industry | undefined;
  /** By `stampOf`. */
  readonly stamp: string;
  readonly isLarge: boolean;
}

/** What systems hold against what complete ones hold, worked out once per state of what that depends on. */
@Injectable()
export class MeasuredSystems {
  private readonly kept = new KeptByStamp<SystemProgress>({
    most: MOST_KEPT,
    sizeOf: ({ coverage, steps, holdings }) =>
      holdings.length +
      (coverage?.byExpectation.length ?? 0) +
      steps.reduce((sum, { standards }) => sum + 1 + standards.length, 0),
  });

  constructor(
    private readonly schemes: SchemeCatalogue,
    private readonly threads: ThreadPool,
  ) {}

  /** @param read asked only where nothing is kept; what it tells is as old as the stamp, or newer */
  of(
    context: JobContext,
    asked: AskedMeasure,
    read: () => Promise<SystemToMeasure>,
  ): Promise<SystemProgress> {
    const { system, stamp, isLarge } = asked;
    const key = keyOf(context, asked);
    return this.kept.of(key, stamp, async () => {
      const scheme = await this.schemeOf(system?.templateId ?? 'gb-t-15496-2017');
      const facts: Pick<SystemToMeasure, 'stored' | 'industry'> = {
        stored: null,
        industry: 'manufacturing',
      };
      const given = async (): Promise<MeasuredSystem> => {
        const { stored, ...rest } = await read();
        Object.assign(facts, { stored, industry: rest.industry });
        return { ...rest, system: stored === null ? null : systemOf(stored), ...askedBy(scheme) };
      };
      // Not ended with the request that happens to be the first: others wait for the same.
      const { coverage, ...measured } = isLarge
        ? await this.threads.run(context, MEASURE, given)
        : measureSystem(await given());
      return {
        state: stateOf(key, stamp),
        ...facts,
        scheme: scheme?.id ?? null,
        coverage: coverage && received(coverage),
        ...measured,
      };
    });
  }

  /**
   * After a step that changed nothing but words of nodes.
   * @param before of the system before that step
   */
  reworded(
    context: JobContext,
    asked: Pick<AskedMeasure, 'stamp'> & { readonly system: StoredSystem },
    before: SystemProgress & { readonly coverage: Coverage },
    now: Pick<RewordedSystem, 'places' | 'register'>,
  ): Promise<SystemProgress> {
    const { system: stored, stamp } = asked;
    const key = keyOf(context, asked);
    return this.kept.of(key, stamp, async () => {
      const scheme = await this.schemeOf(stored.templateId);
      const { coverage, holdings } = before;
      const given = { ...now, system: systemOf(stored), coverage, holdings };
      const state = stateOf(key, stamp);
      return { ...before, state, stored, ...rewordSystem(given, askedBy(scheme)) };
    });
  }

  /** What is kept, without working anything out. */
  known(
    context: JobContext,
    asked: Omit<AskedMeasure, 'isLarge'>,
  ): Promise<SystemProgress> | undefined {
    return this.kept.known(keyOf(context, asked), asked.stamp);
  }

  /** The first of the shipped schemes, by id, that evaluates systems of a form; what the packs say. */
  private async schemeOf(templateId: StructureTemplateId): Promise<Scheme | null> {
    const shipped = await this.schemes.listShipped();
    const found = shipped.find(
      ({ scheme: { form } }) => form !== undefined && templateOfForm(form) === templateId,
    );
    return found?.scheme ?? null;
  }
}

const keyOf = (
  { organizationId }: JobContext,
  { system, told }: Pick<AskedMeasure, 'system' | 'told'>,
): string => [organizationId, system?.id ?? '', told ?? ''].join(' ');

const stateOf = (key: string, stamp: string): string => sha256Of(`${key} ${stamp}`).slice(0, 16);

/** What a scheme asks of the nodes, and the points of its items; those without stay unknown. */
function askedBy(scheme: Scheme | null): AskedByScheme {
  if (scheme === null) return { items: {}, points: {} };
  const rated = listItems(scheme).filter(({ item }) => item.points > 0);
  return {
    items: itemsByNode(scheme),
    points: Object.fromEntries(rated.map(({ item }) => [item.id, item.points / 100])),
  };
}
