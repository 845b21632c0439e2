-- Pages and feeds as they came, and how each article was read from them: so that every decision of the reader can be looked
-- up, and a better reader can read the same bytes again.

-- The bytes, each content once, however many articles are of it. Goes with the last article that was read from it.
CREATE TABLE raw_content (
    raw_key INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    size INTEGER NOT NULL CHECK (size >= 0),
    -- 0: as they came, 1: DEFLATE (RFC 1951)
    coding INTEGER NOT NULL CHECK (coding IN (0, 1)),
    -- NULL: not kept, or dropped since.
    bytes BLOB,
    kept_at INTEGER NOT NULL
) STRICT;

CREATE INDEX raw_content_by_age ON raw_content (kept_at) WHERE bytes IS NOT NULL;

-- The last reading of an article. One that was stated field by field, in JSON, has none.
CREATE TABLE article_reading (
    article_key INTEGER PRIMARY KEY REFERENCES article (article_key) ON DELETE CASCADE,
    raw_key INTEGER NOT NULL REFERENCES raw_content (raw_key),
    record_number INTEGER NOT NULL CHECK (record_number >= 0),
    reader_version INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    -- What the reader was told beside the bytes: what they seem to be, when they were found, the folder's name where it is the
    -- source, and what the side file said (DEFLATE).
    hint TEXT NOT NULL,
    found_at INTEGER NOT NULL,
    folder_source TEXT,
    side BLOB,
    -- What the reader says of its decisions: a JSON object, DEFLATE.
    account BLOB NOT NULL
) STRICT;

CREATE INDEX article_reading_by_raw ON article_reading (raw_key);

CREATE TRIGGER article_reading_removed AFTER DELETE ON article_reading BEGIN
    DELETE FROM raw_content
    WHERE raw_key = OLD.raw_key AND NOT EXISTS (SELECT 1 FROM article_reading WHERE raw_key = OLD.raw_key);
END;

CREATE TRIGGER article_reading_moved AFTER UPDATE OF raw_key ON article_reading WHEN OLD.raw_key <> NEW.raw_key BEGIN
    DELETE FROM raw_content
    WHERE raw_key = OLD.raw_key AND NOT EXISTS (SELECT 1 FROM article_reading WHERE raw_key = OLD.raw_key);
END;
