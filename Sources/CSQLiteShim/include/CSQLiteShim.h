#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>

// What Swift can't call itself: C functions with variable arguments, a progress handler without captured state, and what its module of
// the C library leaves out.

/// Turns off SQLite's global memory statistics, whose lock serialises all threads. Call before anything opens a
/// database. Returns an SQLite result code.
int dateline_sqlite_disable_memory_statistics(void);

/// Statement journals and those of savepoints are kept in memory up to this size, and in a temporary file beyond it. Call
/// before anything opens a database. Returns an SQLite result code.
int dateline_sqlite_set_statement_journal_limit(int bytes);

/// Has reads of SQLite's files that the system fails counted from now on. Call after the settings above, and before anything opens a
/// database. Returns an SQLite result code.
int dateline_sqlite_count_failed_reads(void);

/// How many such reads the system has failed, of this process and whatever connection; -1 where they aren't counted.
long dateline_sqlite_failed_reads(void);

/// Sets SQLITE_DBCONFIG_DEFENSIVE and SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, unsets SQLITE_DBCONFIG_TRUSTED_SCHEMA, and has every
/// statement of the connection heed the deadline of its thread. Returns an SQLite result code.
int dateline_sqlite_harden(sqlite3 *connection);

/// Statements that run on this thread end with SQLITE_INTERRUPT once that many milliseconds have passed from now; 0: never.
void dateline_sqlite_set_deadline(int milliseconds);

/// Keeps the -wal file when the last connection closes (SQLITE_FCNTL_PERSIST_WAL), so that one which is missing was lost.
/// Returns an SQLite result code.
int dateline_sqlite_keep_log(sqlite3 *connection);

/// Has the commits of the connection note how many pages the log holds; in the place of SQLite's own hook, which would move the log into
/// the database and say nothing of a sync that fails while it does.
void dateline_sqlite_watch_log(sqlite3 *connection);

/// How many pages the log held after the last commit on this thread of a watched connection; 0 if there was none since the last call.
int dateline_sqlite_take_log_pages(void);

/// The folder for SQLite's temporary files, instead of /tmp, which need not be writable. The first call counts.
void dateline_sqlite_set_temporary_folder(const char *path);

/// The errno of the last operating system error that the connection met (SQLite's own result codes don't tell them apart). To be
/// asked on the thread that met it, before anything else is done.
int dateline_sqlite_system_errno(sqlite3 *connection);

/// Makes dateline_score() known to the connection, an auxiliary function of full-text indexes (FTS5 §7): how well a row fits
/// the query, in millionths, from nothing but that row. Returns an SQLite result code.
int dateline_sqlite_register_score(sqlite3 *connection);

/// The f_type of statfs(2) of the file system on which a file lies; 0, with errno, where it can't be told.
unsigned dateline_file_system_type(const char *path);

#endif
