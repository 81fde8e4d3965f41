import type { AuditAction } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import {
  applyMove,
  placeStandard,
  planMove,
  systemFromTemplate,
  systemTree,
  type MoveChoices,
  type MovePlan,
  type MoveStandard,
  type StandardSystem,
  type StructureTemplateId,
  type SystemState,
} from '@liangxing/system-structure';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Audit, notFound, organizationDay, RequestContext, TenantDatabase } from '../../../kernel';
import { StandardsRepository } from '../../standards';
import { PlacesRepository } from '../places.repository';
import { orRefuse } from '../structure-refusal';
import type { PlaceBasis, PlacedStandard, StoredSystem, SystemView } from '../system';
import { levelOf, stateOf } from '../system-state';
import { SystemsRepository } from '../systems.repository';
import { ReadSystems } from './read-systems';

const moveStandards = (standards: readonly PlacedStandard[]): readonly MoveStandard[] =>
  standards.map(({ standardId, title, level }) => ({
    id: standardId,
    title,
    level: levelOf(level),
  }));

interface MoveCommand {
  readonly to: StructureTemplateId;
  readonly name: string | undefined;
  readonly choices: MoveChoices;
}

/** Starts systems from a template or from another system, names, chooses and removes them. */
@Injectable()
export class KeepSystems {
  constructor(
    private readonly database: TenantDatabase,
    private readonly systems: SystemsRepository,
    private readonly places: PlacesRepository,
    private readonly standards: StandardsRepository,
    private readonly reader: ReadSystems,
    private readonly audit: Audit,
  ) {}

  /** A system with every node of the template and the standards where the register's own codes put them. */
  async start(
    context: RequestContext,
    { templateId, name }: { readonly templateId: StructureTemplateId; readonly name?: string },
  ): Promise<SystemView> {
    const system = systemFromTemplate(templateId, name);
    return this.database.transaction(context, async (manager) => {
      const id = await this.startIn(manager, context, system);
      return this.reader.view(manager, context, id);
    });
  }

  /**
   * Inside the caller's transaction: a system that was prepared, with the standards where the register's own codes put
   * them. @returns its id
   */
  async startIn(
    manager: EntityManager,
    context: RequestContext,
    system: StandardSystem,
  ): Promise<string> {
    const rows = await this.standards.all(manager, context, organizationDay(new Date()));
    const tree = systemTree(system);
    const keys = new Map(system.nodes.map(({ key, code }) => [code, key]));
    const places = new Map<string, readonly string[]>();
    for (const { id, systemCode, number } of rows) {
      const placement = placeStandard(tree, { systemCode, number });
      if (placement.kind === 'placed')
        places.set(
          id,
          placement.nodes.map((code) => keys.get(code) ?? code),
        );
    }
    const id = await this.insert(manager, context, { system, places }, 'code', null);
    const isFirst = (await this.systems.primary(manager, context)) === null;
    if (isFirst) await this.systems.makePrimary(manager, context, id);
    const { templateId } = system;
    await this.record(manager, context, 'system.started', id, {
      templateId,
      standards: places.size,
    });
    return id;
  }

  /** Until the caller's transaction ends nobody adds, removes or chooses systems. */
  lockChoice(
    manager: EntityManager,
    context: Pick<RequestContext, 'organizationId'>,
  ): Promise<void> {
    return this.systems.lockChoice(manager, context);
  }

  /** Names of the systems that are there, the primary one first. */
  async names(
    manager: EntityManager,
    context: Pick<RequestContext, 'organizationId'>,
  ): Promise<string[]> {
    return (await this.systems.list(manager, context)).map(({ name }) => name);
  }

  async planMove(
    context: RequestContext,
    id: string,
    to: StructureTemplateId,
  ): Promise<{ readonly stored: StoredSystem; readonly plan: MovePlan }> {
    const { stored, standards } = await this.reader.places(context, id);
    const from = stateOf(stored, standards);
    return { stored, plan: orRefuse(() => planMove(from, to, moveStandards(standards))) };
  }

  /** The moved system becomes the primary one; the old one stays, so that removing the new one takes it all back. */
  async move(
    context: RequestContext,
    id: string,
    expectedVersion: number,
    { to, name, choices }: MoveCommand,
  ): Promise<SystemView> {
    return this.database.transaction(context, async (manager) => {
      await this.systems.lockChoice(manager, context);
      const stored = await this.hold(manager, context, id, expectedVersion);
      const standards = await this.places.all(manager, context, id, organizationDay(new Date()));
      const from = stateOf(stored, standards);
      const moved = orRefuse(() => {
        const plan = planMove(from, to, moveStandards(standards));
        return applyMove(from, plan, choices, name ?? systemFromTemplate(to).name);
      });
      const fresh = await this.insert(manager, context, moved, 'moved', id);
      await this.systems.makePrimary(manager, context, fresh);
      await this.record(manager, context, 'system.moved', fresh, { from: id, to });
      return this.reader.view(manager, context, fresh);
    });
  }

  async rename(
    context: RequestContext,
    id: string,
    expectedVersion: number,
    name: string,
  ): Promise<SystemView> {
    return this.database.transaction(context, async (manager) => {
      const { document, name: before } = await this.hold(manager, context, id, expectedVersion);
      if (name === before) return this.reader.view(manager, context, id);
      await this.systems.write(manager, context, id, { name, document });
      await this.record(manager, context, 'system.renamed', id, { name });
      return this.reader.view(manager, context, id);
    });
  }

  async makePrimary(context: RequestContext, id: string): Promise<SystemView> {
    return this.database.transaction(context, async (manager) => {
      const stored = await this.systems.find(manager, context, id);
      if (stored === null) throw notFound();
      if (stored.isPrimary) return this.reader.view(manager, context, id);
      await this.systems.makePrimary(manager, context, id);
      await this.record(manager, context, 'system.made_primary', id, {});
      return this.reader.view(manager, context, id);
    });
  }

  /** After the primary one the system it was moved from becomes primary, else the latest. */
  async remove(context: RequestContext, id: string, expectedVersion: number): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      await this.systems.lockChoice(manager, context);
      const stored = await this.hold(manager, context, id, expectedVersion);
      await this.systems.remove(manager, context, id);
      await this.record(manager, context, 'system.removed', id, { name: stored.name });
      if (!stored.isPrimary) return;
      const left = await this.systems.list(manager, context);
      const next = left.find((other) => other.id === stored.movedFrom) ?? left[0];
      if (next !== undefined) await this.systems.makePrimary(manager, context, next.id);
    });
  }

  private async hold(
    manager: EntityManager,
    context: RequestContext,
    id: string,
    expectedVersion: number,
  ): Promise<StoredSystem> {
    const stored = await this.systems.lock(manager, context, id);
    if (stored === null) throw notFound();
    if (stored.version !== expectedVersion) await this.reader.conflict(manager, context, id);
    return stored;
  }

  private async insert(
    manager: EntityManager,
    context: RequestContext,
    { system, places }: SystemState,
    basis: PlaceBasis,
    movedFrom: string | null,
  ): Promise<string> {
    await this.systems.lockChoice(manager, context);
    const id = randomUUID();
    const { name, templateId, nodes, decisions } = system;
    const document = { nodes, decisions };
    await this.systems.insert(manager, context, { id, name, templateId, movedFrom, document });
    const rows = [...places].map(([standardId, keys]) => ({ standardId, nodes: keys, basis }));
    await this.places.write(manager, context, id, rows);
    return id;
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
