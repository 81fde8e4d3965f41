import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Takes the place of the authenticator once. */
@Entity('recovery_codes')
@ForeignKey('second_factors', ['userId'], ['userId'], { onDelete: 'CASCADE' })
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid') userId!: string;

  @PrimaryColumn('bytea') codeHash!: Buffer;
}
