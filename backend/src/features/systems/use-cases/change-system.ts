import type { AuditAction } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import {
  applyOperations,
  StructureProblem,
  type Applied,
  type OperationRules,
  type Places,
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
import { PlacesRepository, type PlaceToWrite } from '../places.repository';
import { orRefuse } from '../structure-refusal';
import type {
  AskedOperation,
  BasisByStandard,
  PlaceBasis,
  PlacedStandard,
  StoredSystem,
  SystemChange,
} from '../system';
import { stateOf } from '../system-state';
import { SystemsRepository } from '../systems.repository';
import type { SystemView } from '../system';
import { ReadSystems } from './read-systems';

/** @see AskedOperation without what only the store keeps */
function plainOperation(operation: AskedOperation): SystemOperation {
  return operation.op === 'place' ? { op: 'place', places: operation.places } : operation;
}

function basesOf(standards: readonly PlacedStandard[]): ReadonlyMap<string, PlaceBasis> {
  return new Map(
    standards.flatMap(({ standardId, basis }) => (basis === null ? [] : [[standardId, basis]])),
  );
}

/** Standards whose places differ, in both directions. */
function changedStandards(before: Places, after: Places): readonly string[] {
  const isSame = (id: string): boolean => {
    const [left, right] = [before.get(id) ?? [], after.get(id) ?? []];
    return left.length === right.length && left.every((node, index) => node === right[index]);
  };
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => !isSame(id));
}

/** A placement names only standards of the register. @throws StructureProblem unknown_standard */
function requireStandards(
  operations: readonly SystemOperation[],
  known: ReadonlySet<string>,
): void {
  operations.forEach((operation, at) => {
    const asked =
      operation.op === 'place'
        ? Object.keys(operation.places)
        : operation.op === 'decide' && operation.decision?.kind === 'covered'
          ? [operation.decision.standardId]
          : [];
    const unknown = asked.find((id) => !known.has(id));
    if (unknown === undefined) return;
    throw new StructureProblem('unknown_standard', { standard: unknown, operation: at });
  });
}

/** Operations without the standards that were deleted meanwhile, and which those are. */
function withoutDeleted(
  operations: readonly SystemOperation[],
  known: ReadonlySet<string>,
): { readonly left: readonly SystemOperation[]; readonly skipped: readonly string[] } {
  const skipped = new Set<string>();
  const left = operations.map((operation): SystemOperation => {
    if (operation.op !== 'place') return operation;
    const entries = Object.entries(operation.places).filter(([id, nodes]) => {
      // What would only be taken out has gone with its standard: nothing is missed.
      if (!known.has(id) && nodes.length > 0) skipped.add(id);
      return known.has(id);
    });
    return { op: 'place', places: Object.fromEntries(entries) };
  });
  return { left, skipped: [...skipped] };
}

interface Loaded {
  readonly stored: StoredSystem;
  readonly standards: readonly PlacedStandard[];
  readonly state: SystemState;
  readonly known: ReadonlySet<string>;
}

/** Changes a system by operations, takes the last step back, or does it again; each one version further. */
@Injectable()
export class ChangeSystem {
  constructor(
    private readonly database: TenantDatabase,
    private readonly systems: SystemsRepository,
    private readonly places: PlacesRepository,
    private readonly changes: ChangesRepository,
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
  ): Promise<SystemView> {
    return this.database.transaction(context, async (manager) => {
      const loaded = await this.load(manager, context, id, expectedVersion);
      const operations = asked.map(plainOperation);
      const applied = orRefuse(() => {
        requireStandards(operations, loaded.known);
        return applyOperations(loaded.state, operations, rules);
      });
      const bases = askedBases(loaded, applied, asked);
      await this.changes.append(manager, context, id, {
        operations,
        inverse: applied.inverse,
        bases,
      });
      await this.write(manager, context, loaded, applied, bases.after);
      const kinds = [...new Set(operations.map(({ op }) => op))];
      await this.record(manager, context, 'system.changed', id, { kinds, steps: asked.length });
      return this.reader.view(manager, context, id, placedNow(loaded, applied));
    });
  }

  /** @throws ProblemError nothing_to_undo, nothing_to_redo, version_conflict */
  async step(
    context: RequestContext,
    id: string,
    expectedVersion: number,
    direction: 'undo' | 'redo',
  ): Promise<SystemView & { readonly skipped: readonly string[] }> {
    return this.database.transaction(context, async (manager) => {
      const loaded = await this.load(manager, context, id, expectedVersion);
      const change = await this.changes.next(manager, context, id, direction);
      if (change === null)
        throw new ProblemError(direction === 'undo' ? 'nothing_to_undo' : 'nothing_to_redo');
      const { left, skipped } = withoutDeleted(operationsOf(change, direction), loaded.known);
      const applied = orRefuse(() => applyOperations(loaded.state, left));
      const bases = direction === 'undo' ? change.bases.before : change.bases.after;
      await this.changes.mark(manager, context, id, change, direction === 'undo');
      await this.write(manager, context, loaded, applied, bases);
      const action = direction === 'undo' ? 'system.change_undone' : 'system.change_redone';
      await this.record(manager, context, action, id, {
        number: change.number,
        skipped: skipped.length,
      });
      const view = await this.reader.view(manager, context, id, placedNow(loaded, applied));
      return { ...view, skipped };
    });
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
    const standards = await this.places.all(manager, context, id, organizationDay(new Date()));
    const known = new Set(standards.map(({ standardId }) => standardId));
    return { stored, standards, state: stateOf(stored, standards), known };
  }

  private async write(
    manager: EntityManager,
    context: RequestContext,
    { stored, state }: Loaded,
    { state: after }: Applied,
    bases: BasisByStandard,
  ): Promise<void> {
    const { nodes, decisions } = after.system;
    const document = { nodes, decisions };
    await this.systems.write(manager, context, stored.id, { name: stored.name, document });
    const known = new Map(Object.entries(bases));
    const rows = changedStandards(state.places, after.places).map((standardId): PlaceToWrite => ({
      standardId,
      nodes: after.places.get(standardId) ?? [],
      basis: known.get(standardId) ?? 'hand',
    }));
    await this.places.write(manager, context, stored.id, rows);
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

/** The register with its places after a change, without asking for five thousand rows again. */
function placedNow(
  { standards }: Loaded,
  { state: { places } }: Applied,
): readonly PlacedStandard[] {
  return standards.map((standard) => ({
    ...standard,
    nodes: places.get(standard.standardId) ?? [],
  }));
}

function operationsOf(
  { operations, inverse }: SystemChange,
  direction: 'undo' | 'redo',
): readonly SystemOperation[] {
  return direction === 'undo' ? inverse : operations;
}

/** On what the changed places rested before, and rest now. */
function askedBases(
  { state, standards }: Loaded,
  { state: after }: Applied,
  asked: readonly AskedOperation[],
): SystemChange['bases'] {
  const changed = changedStandards(state.places, after.places);
  const before = basesOf(standards);
  const fresh = new Map<string, PlaceBasis>();
  for (const operation of asked) {
    if (operation.op !== 'place') continue;
    for (const id of Object.keys(operation.places)) fresh.set(id, operation.basis ?? 'hand');
  }
  const pick = (from: ReadonlyMap<string, PlaceBasis>): BasisByStandard =>
    Object.fromEntries(changed.map((id) => [id, from.get(id) ?? 'hand']));
  return { before: pick(before), after: pick(fresh) };
}
