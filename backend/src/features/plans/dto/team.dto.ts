import {
  CASE_STATES,
  COMPETENCE_WARNINGS,
  INDEPENDENCE_CONFLICTS,
  RELATIONS,
  TEAM_LIMITS,
  TEAM_ROLES,
  type CaseState,
  type CompetenceWarning,
  type IndependenceConflict,
  type Relation,
  type TeamRole,
} from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import type { CheckedMember, FormerMember, Load } from '../team';

export class AddToTeamDto {
  @ApiProperty({ format: 'uuid', description: 'A member of the body' })
  @IsUUID()
  userId!: string;

  @ApiProperty({ enum: TEAM_ROLES })
  @IsIn(TEAM_ROLES)
  role!: TeamRole;
}

export class DeclareRelationDto {
  @ApiProperty({ enum: RELATIONS, description: 'Now or in the last three years' })
  @IsIn(RELATIONS)
  relation!: Relation;

  @ApiProperty({ maxLength: TEAM_LIMITS.text, description: 'May be empty where there is none' })
  @IsString()
  @MaxLength(TEAM_LIMITS.text)
  text!: string;
}

class DeclarationDto {
  @ApiProperty({ enum: RELATIONS }) relation!: Relation;

  @ApiProperty() text!: string;

  @ApiProperty({ format: 'date-time' }) declaredAt!: string;
}

export class EvaluationLoadDto {
  @ApiProperty({ format: 'uuid' }) userId!: string;

  @ApiProperty({ format: 'uuid' }) caseId!: string;

  @ApiProperty() caseNumber!: string;

  @ApiProperty() enterpriseName!: string;

  @ApiProperty({ enum: CASE_STATES }) state!: CaseState;

  @ApiProperty({ enum: TEAM_ROLES }) role!: TeamRole;

  @ApiProperty({
    ...{ type: [String], format: 'date' },
    description: 'In order; empty: not planned',
  })
  days!: string[];

  static of({ days, ...load }: Load): EvaluationLoadDto {
    return { ...load, days: [...days] };
  }
}

export class CaseTeamMemberDto {
  @ApiProperty({ format: 'uuid' }) userId!: string;

  @ApiProperty() name!: string;

  @ApiProperty({ enum: TEAM_ROLES }) role!: TeamRole;

  @ApiProperty({ format: 'date-time' }) addedAt!: string;

  @ApiProperty() addedByName!: string;

  @ApiProperty({ type: DeclarationDto, nullable: true, description: 'Null: not declared yet' })
  declaration!: DeclarationDto | null;

  @ApiProperty({ enum: INDEPENDENCE_CONFLICTS, isArray: true })
  conflicts!: IndependenceConflict[];

  @ApiProperty({ description: 'Still belongs to the body' }) isMember!: boolean;

  static of({ addedAt, declaration, conflicts, ...member }: CheckedMember): CaseTeamMemberDto {
    const { userId, name, role, addedByName, isMember } = member;
    return {
      ...{ userId, name, role, addedByName, isMember, conflicts: [...conflicts] },
      addedAt: addedAt.toISOString(),
      declaration: declaration && {
        ...{ relation: declaration.relation, text: declaration.text },
        declaredAt: declaration.declaredAt.toISOString(),
      },
    };
  }
}

/** A time that somebody was in the team; who came back is in it now as well. */
export class FormerTeamMemberDto {
  @ApiProperty({ format: 'uuid' }) userId!: string;

  @ApiProperty() name!: string;

  @ApiProperty({ enum: TEAM_ROLES }) role!: TeamRole;

  @ApiProperty({ format: 'date-time' }) addedAt!: string;

  @ApiProperty({ format: 'date-time' }) removedAt!: string;

  static of({ userId, name, role, addedAt, removedAt }: FormerMember): FormerTeamMemberDto {
    const time = { addedAt: addedAt.toISOString(), removedAt: removedAt.toISOString() };
    return { userId, name, role, ...time };
  }
}

/** Somebody who can be in the team. */
export class CaseCandidateDto {
  @ApiProperty({ format: 'uuid' }) userId!: string;

  @ApiProperty() name!: string;

  @ApiProperty({ description: 'In this body' }) role!: string;

  @ApiProperty({
    ...{ enum: COMPETENCE_WARNINGS, isArray: true },
    description: 'What speaks against the competence',
  })
  warnings!: CompetenceWarning[];
}
