import type { AuditAction } from '@liangxing/contracts';
import { Injectable, Logger } from '@nestjs/common';
import {
  applyOperations,
  isWording,
  type Applied,
  type OperationRules,
  type SystemOperation,
  type SystemState,
} from '@liangxing/system-structure';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  organizationDay,
  ProblemError,
  RequestContext,
  TenantDatabase,
} from '../../../kernel';
import { ChangesRepository } from '../changes.repository';
import { isMeasured, MeasuredSystems, type SteppedSystem } from '../coverage/measured-systems';
import { RegistersRepository, type SystemRegister } from '../coverage/registers.repository';
import {
  isLarge,
  stampOf,
  SystemStampsRepository,
  type Surroundings,
} from '../coverage/system-stamps.repository';
import { enterpriseKind, type EnterpriseKind } from '../enterprise-kind';
import { PlacesRepository, type PlaceToWrite } from '../places.repository';
import {
  askedBases,
  changedStandards,
  operationsOf,
  picked,
  plainOperation,
  requireStandards,
  withoutDeleted,
} from '../step-operations';
import { orRefuse } from '../structure-refusal';
import type { AskedOperation, BasisByStandard, StoredSystem, SystemView } from '../system';
import { figuresOf, placesText, systemOf } from '../system-state';
import { SystemsRepository } from '../systems.repository';
import { ReadSystems } from './read-systems';

interface Loaded {
  readonly stored: StoredSystem;
  readonly state: SystemState;
  readonly known: ReadonlySet<string>;
  readonly register: SystemRegister;
  readonly kind: EnterpriseKind;
  readonly day: string;
  /** Read before everything else, so that what follows of the step is never older. */
  readonly around: Surroundings;
}

interface Done extends Loaded {
  readonly operations: readonly SystemOperation[];
  readonly applied: Applied;
  readonly view: SystemView;
}

/** Changes a system by operations, takes the last step back, or does it again; each one version further. */
@Injectable()
export class ChangeSystem {
  private readonly logger = new Logger('systems');

  constructor(
    private readonly database: TenantDatabase,
    private readonly systems: SystemsRepository,
    private readonly places: PlacesRepository,
    private readonly changes: ChangesRepository,
    private readonly registers: RegistersRepository,
    private readonly stamps: SystemStampsRepository,
    private readonly measured: MeasuredSystems,
    private readonly reader: ReadSystems,
    private readonly audit: Audit,
  ) {}

  /** All operations or none. @throws ProblemError version_conflict, structure_refused */
  async change(
    context: RequestContext,
    id: string,
    expectedVersion: number,
    asked: readonly AskedOperation[],
    rules: OperationRules,
  ): Promise<SteppedSystem> {
    const done = await this.database.transaction(context, async (manager): Promise<Done> => {
      const loaded = await this.load(manager, context, id, expectedVersion);
      const operations = asked.map(plainOperation);
      const applied = orRefuse(() => {
        requireStandards(operations, loaded.known);
        return applyOperations(loaded.state, operations, rules);
      });
      const changed = changedStandards(loaded.state.places, applied.state.places);
      const before = await this.places.bases(manager, context, id, changed);
      const bases = { before: picked(before, changed), after: picked(askedBases(asked), changed) };
      if (loaded.stored.canRedo) await this.changes.forgetUndone(manager, context, id);
      const change = { operations, inverse: applied.inverse, bases };
      await this.changes.append(manager, context, id, change);
      const stored = await this.write(manager, context, loaded, applied, bases.after);
      const kinds = [...new Set(operations.map(({ op }) => op))];
      await this.record(manager, context, 'system.changed', id, { kinds, steps: asked.length });
      return viewed(loaded, operations, applied, stored);
    });
    return { ...done.view, ...(await this.progress(context, done)) };
  }

  /** @throws ProblemError nothing_to_undo, nothing_to_redo, version_conflict */
  async step(
    context: RequestContext,
    id: string,
    expectedVersion: number,
    direction: 'undo' | 'redo',
  ): Promise<SteppedSystem & { readonly skipped: readonly string[] }> {
    const { skipped, ...done } = await this.database.transaction(context, async (manager) => {
      const loaded = await this.load(manager, context, id, expectedVersion);
      const change = await this.changes.next(manager, context, id, direction);
      if (change === null)
        throw new ProblemError(direction === 'undo' ? 'nothing_to_undo' : 'nothing_to_redo');
      const { left, skipped } = withoutDeleted(operationsOf(change, direction), loaded.known);
      const applied = orRefuse(() => applyOperations(loaded.state, left));
      const bases = direction === 'undo' ? change.bases.before : change.bases.after;
      await this.changes.mark(manager, context, id, change, direction === 'undo');
      const stored = await this.write(manager, context, loaded, applied, bases);
      const action = direction === 'undo' ? 'system.change_undone' : 'system.change_redone';
      await this.record(manager, context, action, id, {
        number: change.number,
        skipped: skipped.length,
      });
      return { ...viewed(loaded, left, applied, stored), skipped };
    });
    return { ...done.view, ...(await this.progress(context, done)), skipped };
  }

  private async load(
    manager: EntityManager,
    context: RequestContext,
    id: string,
    expectedVersion: number,
  ): Promise<Loaded> {
    const stored = await this.systems.lock(manager, context, id);
    if (stored === null) throw notFound();
    if (stored.version !== expectedVersion) await this.reader.conflict(manager, context, id);
    const day = organizationDay(new Date());
    const around = await this.stamps.surroundings(manager, context);
    const register = await this.registers.of(manager, context, day, around.register);
    const places = await this.places.held(manager, context, stored, around.register);
    const kind = await enterpriseKind(manager, context);
    const known = new Set(register.rows.map((row) => row.id));
    const state = { system: systemOf(stored), places };
    return { stored, state, known, register, kind, day, around };
  }

  /**
   * How far the system is after the step: worked out once it is stored, from what the step read and wrote, and kept for
   * whoever asks next. Other writers changed the places meanwhile only with the register, whose stamp is then another.
   */
  private async progress(
    context: RequestContext,
    { stored: was, view: { stored }, applied, register, kind, day, around, operations }: Done,
  ): Promise<Pick<SteppedSystem, 'progress' | 'before'>> {
    const { places } = applied.state;
    this.places.keep(context, stored, around.register, places);
    const stampBefore = stampOf(day, was.writtenBy, around);
    const known = this.measured.known(context, { system: was, stamp: stampBefore });
    const asked = { system: stored, stamp: stampOf(day, stored.writtenBy, around) };
    try {
      const before = (await known?.catch(() => null)) ?? null;
      if (before !== null && isMeasured(before) && operations.every(isWording)) {
        const now = { places, register: register.rows };
        return { progress: await this.measured.reworded(context, asked, before, now), before };
      }
      const read = { stored, ...kind, places: placesText(places), register: register.text };
      const progress = await this.measured.of(context, { ...asked, isLarge: isLarge(around) }, () =>
        Promise.resolve(read),
      );
      return { progress, before };
    } catch (error) {
      this.logger.warn({ err: error as Error }, 'a step is stored without its coverage');
      return { progress: null, before: null };
    }
  }

  private async write(
    manager: EntityManager,
    context: RequestContext,
    { stored, state }: Loaded,
    { state: after }: Applied,
    bases: BasisByStandard,
  ): Promise<StoredSystem> {
    const { nodes, decisions } = after.system;
    const { id, name } = stored;
    const document = { nodes, decisions };
    const written = await this.systems.write(manager, context, id, { name, document });
    const known = new Map(Object.entries(bases));
    const rows = changedStandards(state.places, after.places).map((standardId): PlaceToWrite => ({
      standardId,
      nodes: after.places.get(standardId) ?? [],
      basis: known.get(standardId) ?? 'hand',
    }));
    await this.places.write(manager, context, id, rows);
    return written;
  }

  private async record(
    manager: EntityManager,
    context: RequestContext,
    action: AuditAction,
    id: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.record(manager, context, action, { type: 'standard_system', id }, details);
  }
}

/** The system as it is written, without asking for its thousands of places again. */
function viewed(
  loaded: Loaded,
  operations: readonly SystemOperation[],
  applied: Applied,
  stored: StoredSystem,
): Done {
  const { system, places } = applied.state;
  const figures = figuresOf(system, loaded.register.rows, ({ id }) => places.get(id) ?? []);
  return { ...loaded, operations, applied, view: { stored, ...figures } };
}
