import { TEAM_TOLD_STATES, teamChange, type ToldMember } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { organizationDay, type RequestContext } from '../../kernel';
import { MakeMove, type Case } from '../cases';
import { LettersRepository, type Letter } from '../letters';
import { CheckTeam, leadFirst } from './check-team';

/** The enterprise consented to a team; whoever leaves it or comes to it during the evaluation is told by a letter. */
@Injectable()
export class TellTeam {
  constructor(
    private readonly moves: MakeMove,
    private readonly letters: LettersRepository,
    private readonly check: CheckTeam,
  ) {}

  /**
   * In the turn of the case, after its team has changed or somebody of it has declared. While somebody who came has not
   * declared to be independent, it waits: who comes is told together with who left.
   */
  async execute(manager: EntityManager, context: RequestContext, found: Case): Promise<void> {
    if (!TEAM_TOLD_STATES.includes(found.state)) return;
    const team = await this.check.now(manager, context, found.id);
    const isWaiting = team.some(
      ({ declaration, conflicts }) => declaration === null || conflicts.length > 0,
    );
    const told = isWaiting ? null : toldTeam(await this.letters.list(manager, context, found.id));
    if (told === null) return;
    const change = teamChange(told, leadFirst(team), organizationDay(new Date()));
    if (change === null) return;
    const content = { text: '', teamChange: change };
    await this.moves.tellWithin(manager, context, found, 'team_changed', content);
  }
}

/** The team as the enterprise was told of it last; null: never. */
function toldTeam(letters: readonly Pick<Letter, 'content'>[]): readonly ToldMember[] | null {
  const told = letters.map(({ content }) => content.teamChange?.team ?? content.plan?.team);
  return told.findLast((team) => team !== undefined) ?? null;
}
