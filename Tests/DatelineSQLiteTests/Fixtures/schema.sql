CREATE TABLE article (
    article_key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    version INTEGER NOT NULL CHECK (version >= 1),
    headline TEXT NOT NULL CHECK (headline <> ''),
    abstract TEXT,
    byline TEXT,
    source TEXT,
    source_key INTEGER REFERENCES source (source_key),
    url TEXT,
    url_key TEXT UNIQUE,
    language TEXT,
    date_precision INTEGER CHECK (date_precision BETWEEN 0 AND 4),
    date_key INTEGER NOT NULL,
    date_latest INTEGER NOT NULL,
    modified_precision INTEGER CHECK (modified_precision BETWEEN 0 AND 4),
    modified_earliest INTEGER,
    date_status TEXT NOT NULL CHECK (date_status IN ('stated', 'inferred', 'unknown')),
    autolink INTEGER NOT NULL CHECK (autolink IN (0, 1)),
    word_count INTEGER NOT NULL CHECK (word_count >= 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    tag_count INTEGER NOT NULL DEFAULT 0 CHECK (tag_count >= 0),
    import_id BLOB CHECK (length(import_id) = 16),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL, source_missing_at INTEGER,
    CHECK ((source IS NULL) = (source_key IS NULL)),
    CHECK ((url IS NULL) = (url_key IS NULL)),
    CHECK ((date_precision IS NULL) = (date_key = -9223372036854775808)),
    CHECK ((date_precision IS NULL) = (date_status = 'unknown')),
    CHECK (date_precision IS NULL OR date_latest > date_key),
    CHECK ((modified_precision IS NULL) = (modified_earliest IS NULL))
) STRICT;

CREATE TABLE article_body (
    article_key INTEGER PRIMARY KEY REFERENCES article (article_key) ON DELETE CASCADE,
    body TEXT NOT NULL CHECK (body <> '')
) STRICT;

CREATE TABLE article_entity (
    entity_key INTEGER NOT NULL REFERENCES entity (entity_key),
    date_key INTEGER NOT NULL,
    article_id BLOB NOT NULL,
    article_key INTEGER NOT NULL REFERENCES article (article_key),
    PRIMARY KEY (entity_key, date_key, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_entity_type (
    type TEXT NOT NULL CHECK (type IN ('person', 'organization', 'place', 'other')),
    date_key INTEGER NOT NULL,
    article_id BLOB NOT NULL,
    article_key INTEGER NOT NULL REFERENCES article (article_key),
    PRIMARY KEY (type, date_key, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_event (
    event_key INTEGER NOT NULL REFERENCES event (event_key),
    date_key INTEGER NOT NULL,
    article_id BLOB NOT NULL,
    article_key INTEGER NOT NULL REFERENCES article (article_key),
    PRIMARY KEY (event_key, date_key, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_file (
    file_key INTEGER NOT NULL REFERENCES import_file (file_key),
    record_number INTEGER NOT NULL CHECK (record_number >= 0),
    article_key INTEGER NOT NULL REFERENCES article (article_key) ON DELETE CASCADE,
    PRIMARY KEY (file_key, record_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_import (
    article_key INTEGER PRIMARY KEY REFERENCES article (article_key) ON DELETE CASCADE,
    base BLOB NOT NULL CHECK (length(base) = 96)
) STRICT;

CREATE TABLE article_import_key (
    key TEXT PRIMARY KEY CHECK (key <> ''),
    article_key INTEGER NOT NULL REFERENCES article (article_key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE article_mention (
    article_key INTEGER NOT NULL REFERENCES article (article_key),
    entity_key INTEGER NOT NULL REFERENCES entity (entity_key),
    count INTEGER NOT NULL CHECK (count >= 0),
    -- JSON array of texts.
    surfaces TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('auto', 'manual')),
    linked_by TEXT NOT NULL CHECK (linked_by IN ('name', 'alias', 'weakAlias', 'client')),
    PRIMARY KEY (article_key, entity_key)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE article_tag (
    tag_key INTEGER NOT NULL REFERENCES tag (tag_key),
    date_key INTEGER NOT NULL,
    article_id BLOB NOT NULL,
    article_key INTEGER NOT NULL REFERENCES article (article_key),
    PRIMARY KEY (tag_key, date_key, article_id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE article_text USING fts5 (
    headline, body, content = 'article_document', content_rowid = 'article_key', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE article_unlinked (
    article_key INTEGER NOT NULL REFERENCES article (article_key) ON DELETE CASCADE,
    entity_key INTEGER NOT NULL REFERENCES entity (entity_key) ON DELETE CASCADE,
    PRIMARY KEY (article_key, entity_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
    sequence INTEGER PRIMARY KEY,
    action TEXT NOT NULL CHECK (action IN ('created', 'updated', 'deleted', 'merged')),
    resource TEXT NOT NULL CHECK (resource IN ('article', 'entity', 'event', 'tag', 'source')),
    id BLOB NOT NULL CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE entity (
    entity_key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    version INTEGER NOT NULL CHECK (version >= 1),
    type TEXT NOT NULL CHECK (type IN ('person', 'organization', 'place', 'other')),
    name TEXT NOT NULL CHECK (name <> ''),
    folded TEXT NOT NULL,
    description TEXT,
    tag_count INTEGER NOT NULL DEFAULT 0 CHECK (tag_count >= 0),
    article_count INTEGER NOT NULL DEFAULT 0 CHECK (article_count >= 0),
    last_key INTEGER NOT NULL DEFAULT -9223372036854775808,
    -- Not 0 while stored articles are still to be searched for names that are new, or gone; counts up with every such name.
    linking_pending INTEGER NOT NULL DEFAULT 0 CHECK (linking_pending >= 0),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (type, folded)
) STRICT;

CREATE TABLE entity_identifier (
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    entity_key INTEGER NOT NULL REFERENCES entity (entity_key) ON DELETE CASCADE,
    PRIMARY KEY (scheme, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity_name (
    entity_key INTEGER NOT NULL REFERENCES entity (entity_key) ON DELETE CASCADE,
    folded TEXT NOT NULL CHECK (folded <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('name', 'alias', 'weakAlias')),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (entity_key, folded)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity_tag (
    tag_key INTEGER NOT NULL REFERENCES tag (tag_key),
    entity_key INTEGER NOT NULL REFERENCES entity (entity_key),
    PRIMARY KEY (tag_key, entity_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    event_key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    version INTEGER NOT NULL CHECK (version >= 1),
    name TEXT NOT NULL CHECK (name <> ''),
    description TEXT,
    start_precision INTEGER CHECK (start_precision BETWEEN 0 AND 4),
    start_key INTEGER NOT NULL,
    end_precision INTEGER CHECK (end_precision BETWEEN 0 AND 4),
    end_earliest INTEGER,
    -- Last second but one of the whole event: the end's latest, or the start's.
    span_latest INTEGER NOT NULL,
    -- The least n for which the span is at most 2^n days; 0 where there is no date.
    span_class INTEGER NOT NULL CHECK (span_class BETWEEN 0 AND 22),
    status TEXT NOT NULL CHECK (status IN ('scheduled', 'happened', 'cancelled', 'postponed')),
    location_text TEXT,
    location_entity_key INTEGER REFERENCES entity (entity_key),
    super_event_key INTEGER REFERENCES event (event_key),
    tag_count INTEGER NOT NULL DEFAULT 0 CHECK (tag_count >= 0),
    article_count INTEGER NOT NULL DEFAULT 0 CHECK (article_count >= 0),
    source_count INTEGER NOT NULL DEFAULT 0 CHECK (source_count >= 0),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((start_precision IS NULL) = (start_key = -9223372036854775808)),
    CHECK ((end_precision IS NULL) = (end_earliest IS NULL)),
    CHECK (end_precision IS NULL OR start_precision IS NOT NULL),
    CHECK (location_text IS NULL OR location_entity_key IS NULL),
    CHECK (super_event_key <> event_key)
) STRICT;

CREATE TABLE event_entity (
    entity_key INTEGER NOT NULL REFERENCES entity (entity_key),
    start_key INTEGER NOT NULL,
    event_id BLOB NOT NULL,
    event_key INTEGER NOT NULL REFERENCES event (event_key) ON DELETE CASCADE,
    PRIMARY KEY (entity_key, start_key, event_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_participant (
    event_key INTEGER NOT NULL REFERENCES event (event_key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    entity_key INTEGER NOT NULL REFERENCES entity (entity_key),
    role TEXT,
    PRIMARY KEY (event_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_source (
    event_key INTEGER NOT NULL REFERENCES event (event_key) ON DELETE CASCADE,
    source_key INTEGER NOT NULL REFERENCES source (source_key),
    article_count INTEGER NOT NULL CHECK (article_count >= 1),
    PRIMARY KEY (event_key, source_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_tag (
    tag_key INTEGER NOT NULL REFERENCES tag (tag_key),
    start_key INTEGER NOT NULL,
    event_id BLOB NOT NULL,
    event_key INTEGER NOT NULL REFERENCES event (event_key),
    PRIMARY KEY (tag_key, start_key, event_id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE event_text USING fts5 (
    name, description, content = 'event', content_rowid = 'event_key', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE idempotency_answer (
    key TEXT PRIMARY KEY,
    fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
    status INTEGER NOT NULL,
    -- JSON array of texts: name, value, name, value, …
    headers TEXT NOT NULL,
    body BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE import_claim (
    root_key INTEGER NOT NULL REFERENCES import_root (root_key),
    path BLOB NOT NULL,
    PRIMARY KEY (root_key, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_file (
    file_key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    root_key INTEGER NOT NULL REFERENCES import_root (root_key),
    path BLOB NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('waiting', 'queued', 'importing', 'done', 'partial', 'retrying', 'failed', 'skipped', 'missing')),
    reason TEXT,
    detail TEXT,
    revision INTEGER NOT NULL CHECK (revision >= 0),
    detected_type TEXT,
    encoding TEXT,
    replaced_bytes INTEGER NOT NULL CHECK (replaced_bytes >= 0),
    -- JSON arrays.
    warnings TEXT NOT NULL,
    errors TEXT NOT NULL,
    error_count INTEGER NOT NULL CHECK (error_count >= 0),
    sha256 BLOB CHECK (length(sha256) = 32),
    device INTEGER,
    inode INTEGER,
    size INTEGER,
    modified_ns INTEGER,
    changed_ns INTEGER,
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    next_attempt_at INTEGER,
    first_seen_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL, article_count INTEGER NOT NULL DEFAULT 0 CHECK (article_count >= 0), parser_version INTEGER NOT NULL DEFAULT 0 CHECK (parser_version >= 0), resume_offset INTEGER CHECK (resume_offset >= 0), resume_lines INTEGER CHECK (resume_lines >= 0), resume_records INTEGER CHECK (resume_records >= 0), resume_sha256 BLOB CHECK (length(resume_sha256) = 32), pending_move BLOB, origin BLOB,
    UNIQUE (root_key, path)
) STRICT;

CREATE TABLE import_root (
    root_key INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE
, device INTEGER, inode INTEGER, parsed_files INTEGER NOT NULL DEFAULT 0 CHECK (parsed_files >= 0)) STRICT;

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

CREATE TABLE retired_id (
    id BLOB PRIMARY KEY CHECK (length(id) = 16)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    source_key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    version INTEGER NOT NULL CHECK (version >= 1),
    name TEXT NOT NULL CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    time_zone TEXT,
    date_order TEXT CHECK (date_order IN ('dmy', 'mdy', 'ymd')),
    article_count INTEGER NOT NULL DEFAULT 0 CHECK (article_count >= 0),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE tag (
    tag_key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    version INTEGER NOT NULL CHECK (version >= 1),
    name TEXT NOT NULL CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    description TEXT,
    color TEXT,
    article_count INTEGER NOT NULL DEFAULT 0 CHECK (article_count >= 0),
    entity_count INTEGER NOT NULL DEFAULT 0 CHECK (entity_count >= 0),
    event_count INTEGER NOT NULL DEFAULT 0 CHECK (event_count >= 0),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE VIEW article_document (article_key, headline, body) AS
SELECT article.article_key, article.headline, article_body.body
FROM article LEFT JOIN article_body ON article_body.article_key = article.article_key;

CREATE INDEX article_by_content ON article (content_hash) WHERE url_key IS NULL;

CREATE INDEX article_by_created ON article (created_at, id);

CREATE INDEX article_by_date ON article (date_key, id);

CREATE INDEX article_by_language ON article (language, date_key, id) WHERE language IS NOT NULL;

CREATE INDEX article_by_source ON article (source_key, date_key, id) WHERE source_key IS NOT NULL;

CREATE INDEX article_by_status ON article (date_status, date_key, id);

CREATE INDEX article_by_updated ON article (updated_at, id);

CREATE INDEX article_entity_by_article ON article_entity (article_key);

CREATE UNIQUE INDEX article_entity_type_by_article ON article_entity_type (article_key, type);

CREATE UNIQUE INDEX article_event_by_article ON article_event (article_key, event_key);

CREATE INDEX article_file_by_article ON article_file (article_key);

CREATE INDEX article_import_key_by_article ON article_import_key (article_key);

CREATE INDEX article_reading_by_raw ON article_reading (raw_key);

CREATE UNIQUE INDEX article_tag_by_article ON article_tag (article_key, tag_key);

CREATE INDEX article_unlinked_by_entity ON article_unlinked (entity_key);

CREATE INDEX article_untagged ON article (date_key, id) WHERE tag_count = 0;

CREATE INDEX entity_by_articles ON entity (article_count, id);

CREATE INDEX entity_by_last ON entity (last_key, id);

CREATE INDEX entity_by_name ON entity (folded, id);

CREATE INDEX entity_by_type_articles ON entity (type, article_count, id);

CREATE INDEX entity_by_type_last ON entity (type, last_key, id);

CREATE INDEX entity_by_type_name ON entity (type, folded, id);

CREATE UNIQUE INDEX entity_identifier_by_entity ON entity_identifier (entity_key, scheme);

CREATE INDEX entity_name_by_folded ON entity_name (folded, entity_key);

CREATE UNIQUE INDEX entity_tag_by_entity ON entity_tag (entity_key, tag_key);

CREATE INDEX entity_to_link ON entity (entity_key) WHERE linking_pending > 0;

CREATE INDEX entity_untagged ON entity (folded, id) WHERE tag_count = 0;

CREATE INDEX event_by_articles ON event (article_count, id);

CREATE INDEX event_by_location ON event (location_entity_key) WHERE location_entity_key IS NOT NULL;

CREATE INDEX event_by_span ON event (span_class, start_key, id);

CREATE INDEX event_by_start ON event (start_key, id);

CREATE INDEX event_by_status ON event (status, start_key, id);

CREATE INDEX event_by_super_event ON event (super_event_key) WHERE super_event_key IS NOT NULL;

CREATE UNIQUE INDEX event_entity_by_event ON event_entity (event_key, entity_key);

CREATE INDEX event_participant_by_entity ON event_participant (entity_key, event_key);

CREATE UNIQUE INDEX event_tag_by_event ON event_tag (event_key, tag_key);

CREATE INDEX event_untagged ON event (start_key, id) WHERE tag_count = 0;

CREATE INDEX idempotency_answer_by_age ON idempotency_answer (created_at);

CREATE INDEX import_file_by_content ON import_file (root_key, sha256, state) WHERE sha256 IS NOT NULL;

CREATE INDEX import_file_by_origin ON import_file (origin) WHERE origin IS NOT NULL;

CREATE INDEX import_file_by_path ON import_file (path, id);

CREATE INDEX import_file_by_reason ON import_file (reason, path, id, state) WHERE reason IS NOT NULL;

CREATE INDEX import_file_by_state ON import_file (state, path, id);

CREATE INDEX raw_content_by_age ON raw_content (kept_at) WHERE bytes IS NOT NULL;

CREATE INDEX tag_by_articles ON tag (article_count, id);

CREATE TRIGGER article_entity_added AFTER INSERT ON article_entity BEGIN
    UPDATE entity SET article_count = article_count + 1, last_key = max(last_key, NEW.date_key)
    WHERE entity_key = NEW.entity_key;
END;

CREATE TRIGGER article_entity_dated AFTER UPDATE OF date_key ON article_entity BEGIN
    UPDATE entity SET last_key = (SELECT max(date_key) FROM article_entity WHERE entity_key = NEW.entity_key)
    WHERE entity_key = NEW.entity_key;
END;

CREATE TRIGGER article_entity_removed AFTER DELETE ON article_entity BEGIN
    UPDATE entity SET
        article_count = article_count - 1,
        last_key = coalesce((SELECT max(date_key) FROM article_entity WHERE entity_key = OLD.entity_key), -9223372036854775808)
    WHERE entity_key = OLD.entity_key;
END;

CREATE TRIGGER article_event_added AFTER INSERT ON article_event BEGIN
    UPDATE event SET article_count = article_count + 1 WHERE event_key = NEW.event_key;
END;

CREATE TRIGGER article_event_removed AFTER DELETE ON article_event BEGIN
    UPDATE event SET article_count = article_count - 1 WHERE event_key = OLD.event_key;
END;

CREATE TRIGGER article_file_removed AFTER DELETE ON article_file BEGIN
    UPDATE import_file SET article_count = article_count - 1 WHERE file_key = OLD.file_key;
END;

CREATE TRIGGER article_reading_moved AFTER UPDATE OF raw_key ON article_reading WHEN OLD.raw_key <> NEW.raw_key BEGIN
    DELETE FROM raw_content
    WHERE raw_key = OLD.raw_key AND NOT EXISTS (SELECT 1 FROM article_reading WHERE raw_key = OLD.raw_key);
END;

CREATE TRIGGER article_reading_removed AFTER DELETE ON article_reading BEGIN
    DELETE FROM raw_content
    WHERE raw_key = OLD.raw_key AND NOT EXISTS (SELECT 1 FROM article_reading WHERE raw_key = OLD.raw_key);
END;

CREATE TRIGGER article_source_added AFTER INSERT ON article WHEN NEW.source_key IS NOT NULL BEGIN
    UPDATE source SET article_count = article_count + 1 WHERE source_key = NEW.source_key;
END;

CREATE TRIGGER article_source_changed AFTER UPDATE OF source_key ON article WHEN OLD.source_key IS NOT NEW.source_key BEGIN
    UPDATE source SET article_count = article_count - 1 WHERE source_key = OLD.source_key;
    UPDATE source SET article_count = article_count + 1 WHERE source_key = NEW.source_key;
END;

CREATE TRIGGER article_source_removed AFTER DELETE ON article WHEN OLD.source_key IS NOT NULL BEGIN
    UPDATE source SET article_count = article_count - 1 WHERE source_key = OLD.source_key;
END;

CREATE TRIGGER article_tag_added AFTER INSERT ON article_tag BEGIN
    UPDATE tag SET article_count = article_count + 1 WHERE tag_key = NEW.tag_key;
    UPDATE article SET tag_count = tag_count + 1 WHERE article_key = NEW.article_key;
END;

CREATE TRIGGER article_tag_removed AFTER DELETE ON article_tag BEGIN
    UPDATE tag SET article_count = article_count - 1 WHERE tag_key = OLD.tag_key;
    UPDATE article SET tag_count = tag_count - 1 WHERE article_key = OLD.article_key;
END;

CREATE TRIGGER change_is_final BEFORE UPDATE ON change BEGIN
    SELECT raise(ABORT, 'the change log is append-only');
END;

CREATE TRIGGER entity_tag_added AFTER INSERT ON entity_tag BEGIN
    UPDATE tag SET entity_count = entity_count + 1 WHERE tag_key = NEW.tag_key;
    UPDATE entity SET tag_count = tag_count + 1 WHERE entity_key = NEW.entity_key;
END;

CREATE TRIGGER entity_tag_removed AFTER DELETE ON entity_tag BEGIN
    UPDATE tag SET entity_count = entity_count - 1 WHERE tag_key = OLD.tag_key;
    UPDATE entity SET tag_count = tag_count - 1 WHERE entity_key = OLD.entity_key;
END;

CREATE TRIGGER event_source_added AFTER INSERT ON event_source BEGIN
    UPDATE event SET source_count = source_count + 1 WHERE event_key = NEW.event_key;
END;

CREATE TRIGGER event_source_removed AFTER DELETE ON event_source BEGIN
    UPDATE event SET source_count = source_count - 1 WHERE event_key = OLD.event_key;
END;

CREATE TRIGGER event_tag_added AFTER INSERT ON event_tag BEGIN
    UPDATE tag SET event_count = event_count + 1 WHERE tag_key = NEW.tag_key;
    UPDATE event SET tag_count = tag_count + 1 WHERE event_key = NEW.event_key;
END;

CREATE TRIGGER event_tag_removed AFTER DELETE ON event_tag BEGIN
    UPDATE tag SET event_count = event_count - 1 WHERE tag_key = OLD.tag_key;
    UPDATE event SET tag_count = tag_count - 1 WHERE event_key = OLD.event_key;
END;
