import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Titles are found by single characters too, not only by two neighbouring ones. */
export class FindTitlesByOneCharacter1764000781000 implements MigrationInterface {
  name = 'FindTitlesByOneCharacter1764000781000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX catalogue_standards_by_title;
      ALTER TABLE catalogue_standards RENAME COLUMN title_pairs TO title_grams;
      UPDATE catalogue_standards SET title_grams = title_grams || ARRAY(
        SELECT DISTINCT character FROM regexp_split_to_table(search_title, '') AS character
        WHERE character !~ '^[a-z0-9|]?$');
      CREATE INDEX catalogue_standards_by_title ON catalogue_standards USING gin (title_grams);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX catalogue_standards_by_title;
      ALTER TABLE catalogue_standards RENAME COLUMN title_grams TO title_pairs;
      UPDATE catalogue_standards SET title_pairs = ARRAY(
        SELECT gram FROM unnest(title_pairs) AS gram WHERE char_length(gram) = 2);
      CREATE INDEX catalogue_standards_by_title ON catalogue_standards USING gin (title_pairs);
    `);
  }
}
