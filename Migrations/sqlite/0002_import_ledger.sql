-- What the watched folder has to remember to follow its files: which folder it was, what was being parsed when the program
-- ended, where a file of many records goes on, and what a file said when it was last imported.

ALTER TABLE import_root ADD COLUMN device INTEGER;
ALTER TABLE import_root ADD COLUMN inode INTEGER;
ALTER TABLE import_root ADD COLUMN parsed_files INTEGER NOT NULL DEFAULT 0 CHECK (parsed_files >= 0);

-- Rows of article_file of the file. The program adds to it with the row it writes anyway; a trigger takes from it.
ALTER TABLE import_file ADD COLUMN article_count INTEGER NOT NULL DEFAULT 0 CHECK (article_count >= 0);
ALTER TABLE import_file ADD COLUMN parser_version INTEGER NOT NULL DEFAULT 0 CHECK (parser_version >= 0);
-- How far the records of the file are stored; all NULL where it is through.
ALTER TABLE import_file ADD COLUMN resume_offset INTEGER CHECK (resume_offset >= 0);
ALTER TABLE import_file ADD COLUMN resume_lines INTEGER CHECK (resume_lines >= 0);
ALTER TABLE import_file ADD COLUMN resume_records INTEGER CHECK (resume_records >= 0);
ALTER TABLE import_file ADD COLUMN resume_sha256 BLOB CHECK (length(resume_sha256) = 32);
-- Paths below the root, as bytes: where the file has to be moved to, and where it was dropped if it was moved.
ALTER TABLE import_file ADD COLUMN pending_move BLOB;
ALTER TABLE import_file ADD COLUMN origin BLOB;

UPDATE import_file SET article_count = (SELECT count(*) FROM article_file WHERE article_file.file_key = import_file.file_key);

CREATE INDEX import_file_by_content ON import_file (root_key, sha256, state) WHERE sha256 IS NOT NULL;
CREATE INDEX import_file_by_origin ON import_file (origin) WHERE origin IS NOT NULL;
CREATE INDEX import_file_by_reason ON import_file (reason, path, id, state) WHERE reason IS NOT NULL;

CREATE TRIGGER article_file_removed AFTER DELETE ON article_file BEGIN
    UPDATE import_file SET article_count = article_count - 1 WHERE file_key = OLD.file_key;
END;

-- Files about to be parsed. What is left here at a start was being parsed when the program came down.
CREATE TABLE import_claim (
    root_key INTEGER NOT NULL REFERENCES import_root (root_key),
    path BLOB NOT NULL,
    PRIMARY KEY (root_key, path)
) STRICT, WITHOUT ROWID;

-- What the last import of an article stated: a hash of 8 bytes (the first of SHA-256; zeros: nothing) for each of headline,
-- body, abstract, byline, source, url, language, datePublished with dateStatus, dateModified, tags, mentions, events. A field
-- whose stored value has another hash was set by a client.
CREATE TABLE article_import (
    article_key INTEGER PRIMARY KEY REFERENCES article (article_key) ON DELETE CASCADE,
    base BLOB NOT NULL CHECK (length(base) = 96)
) STRICT;

-- Identifiers that files give their articles and that are no ids of ours, such as a feed's guid.
CREATE TABLE article_import_key (
    key TEXT PRIMARY KEY CHECK (key <> ''),
    article_key INTEGER NOT NULL REFERENCES article (article_key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX article_import_key_by_article ON article_import_key (article_key);

-- Since when no file of the article is there any more; NULL while one is, and for articles of no file.
ALTER TABLE article ADD COLUMN source_missing_at INTEGER;

CREATE INDEX article_by_content ON article (content_hash) WHERE url_key IS NULL;

-- The one table that refers to articles and couldn't be searched by them: each deletion read it as a whole.
CREATE INDEX article_entity_by_article ON article_entity (article_key);
