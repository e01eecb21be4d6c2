-- An import tells its symbols even after it was undone.
ALTER TABLE history_import ADD COLUMN symbols text[] NOT NULL;
