import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { insertNew, removeVersion, takeTurn, TenantDatabase, writeVersion } from '../index';

@Entity('versioned_notes')
class NoteEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('text') id!: string;

  @Column('integer') version!: number;

  @Column('text') text!: string;
}

@Module({ imports: [TypeOrmModule.forFeature([NoteEntity])] })
class NotesModule {}

describe('a row with a version', () => {
  let app: TestApp;
  let enterprise: TestOrganization;
  let stranger: TestOrganization;

  beforeAll(async () => {
    app = await TestApp.start({}, [NotesModule]);
    enterprise = await app.organization();
    stranger = await app.organization();
    await app.database.superuser(
      `CREATE TABLE versioned_notes (organization_id uuid, id text, version integer DEFAULT 1,
         text text, PRIMARY KEY (organization_id, id));
       SELECT app.tenant_table('versioned_notes', 'register')`,
    );
  });
  afterAll(() => app.stop());

  const within = <T>(
    work: (manager: EntityManager) => Promise<T>,
    { context } = enterprise,
  ): Promise<T> => app.app.get(TenantDatabase).transaction(context, work);
  const write = (id: string, version: number, text: string): Promise<boolean> =>
    within((manager) => {
      const { organizationId } = enterprise;
      return writeVersion(manager, NoteEntity, { organizationId, id, version }, { text });
    });
  const stored = (id: string) =>
    within((manager) =>
      manager.findOneBy(NoteEntity, { organizationId: enterprise.organizationId, id }),
    );

  it('is made as its first version, once', async () => {
    expect(await write('made', 0, 'first')).toBe(true);
    expect(await write('made', 0, 'again')).toBe(false);
    expect(await stored('made')).toMatchObject({ version: 1, text: 'first' });
  });

  it('is written over the version that was seen, and over no other', async () => {
    await write('seen', 0, 'first');
    expect(await write('seen', 1, 'second')).toBe(true);
    expect(await write('seen', 1, 'late')).toBe(false);
    expect(await stored('seen')).toMatchObject({ version: 2, text: 'second' });
    expect(await write('none', 1, 'over nothing')).toBe(false);
    expect(await stored('none')).toBeNull();
  });

  it('is written by one of two who saw the same version', async () => {
    await write('both', 0, 'first');
    const written = await Promise.all([write('both', 1, 'one'), write('both', 1, 'other')]);
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(await stored('both')).toMatchObject({ version: 2 });
  });

  it('is removed in the version that was seen', async () => {
    await write('gone', 0, 'first');
    const remove = (version: number) =>
      within((manager) => {
        const { organizationId } = enterprise;
        return removeVersion(manager, NoteEntity, { organizationId, id: 'gone', version });
      });
    expect(await remove(2)).toBe(false);
    expect(await remove(1)).toBe(true);
    expect(await stored('gone')).toBeNull();
  });

  it('is not made in the name of another tenant', async () => {
    const foreign = { organizationId: enterprise.organizationId, id: 'foreign', text: 'theirs' };
    await expect(
      within((manager) => insertNew(manager, NoteEntity, foreign), stranger),
    ).rejects.toThrow('row-level security');
  });

  it('is read in turn by those who name the same thing', async () => {
    const count = () =>
      within(async (manager) => {
        await takeTurn(manager, 'notes of the test');
        const { organizationId } = enterprise;
        const number = (await manager.countBy(NoteEntity, { organizationId, text: 'turn' })) + 1;
        return insertNew(manager, NoteEntity, {
          organizationId,
          id: `turn ${number}`,
          text: 'turn',
        });
      });
    expect(await Promise.all([count(), count(), count()])).toEqual([true, true, true]);
  });
});
