#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>

// Swift can't call C functions with variable arguments; these are the two that the store needs.

/// Turns off SQLite's global memory statistics, whose lock serialises all threads. Call before anything opens a
/// database. Returns an SQLite result code.
int dateline_sqlite_disable_memory_statistics(void);

/// Sets SQLITE_DBCONFIG_DEFENSIVE and unsets SQLITE_DBCONFIG_TRUSTED_SCHEMA on one connection.
/// Returns an SQLite result code.
int dateline_sqlite_harden(sqlite3 *connection);

#endif
