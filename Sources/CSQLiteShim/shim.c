#define _POSIX_C_SOURCE 200809L

#include "CSQLiteShim.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdint.h>
#include <time.h>
#include <unistd.h>

// Virtual machine instructions between two looks at the clock; well under a millisecond.
enum { INSTRUCTIONS_BETWEEN_CHECKS = 4000 };

// Nanoseconds of the monotonic clock; 0: no deadline. A statement runs on one thread from its first step to its reset.
static _Thread_local int64_t deadline = 0;

static int64_t monotonic_now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static int is_past_deadline(void *unused) {
    (void)unused;
    return deadline != 0 && monotonic_now() > deadline;
}

int dateline_sqlite_disable_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

int dateline_sqlite_set_statement_journal_limit(int bytes) {
    return sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, bytes);
}

// SQLite tells a statement of EIO as of a broken page (SQLITE_IOERR_CORRUPTFS becomes SQLITE_CORRUPT), and keeps no errno of it. Its unix
// layer lets its system calls be replaced; with which of these it reads depends on how it was compiled.
typedef ssize_t (*read_call)(int, void *, size_t);
typedef ssize_t (*pread_call)(int, void *, size_t, off_t);

static atomic_long failed_reads = -1;
static read_call system_read = 0;
static pread_call system_pread = 0;
static pread_call system_pread64 = 0;

static ssize_t counted(ssize_t count) {
    if (count < 0 && errno != EINTR) atomic_fetch_add(&failed_reads, 1);
    return count;
}

static ssize_t counted_read(int file, void *buffer, size_t size) {
    return counted(system_read(file, buffer, size));
}

static ssize_t counted_pread(int file, void *buffer, size_t size, off_t offset) {
    return counted(system_pread(file, buffer, size, offset));
}

static ssize_t counted_pread64(int file, void *buffer, size_t size, off_t offset) {
    return counted(system_pread64(file, buffer, size, offset));
}

int dateline_sqlite_count_failed_reads(void) {
    sqlite3_vfs *vfs = sqlite3_vfs_find((const char *)0);
    if (vfs == 0 || vfs->iVersion < 3 || vfs->xSetSystemCall == 0) return SQLITE_NOTFOUND;
    system_read = (read_call)vfs->xGetSystemCall(vfs, "read");
    system_pread = (pread_call)vfs->xGetSystemCall(vfs, "pread");
    system_pread64 = (pread_call)vfs->xGetSystemCall(vfs, "pread64");
    if (system_read == 0) return SQLITE_NOTFOUND;
    int code = vfs->xSetSystemCall(vfs, "read", (sqlite3_syscall_ptr)counted_read);
    if (code == SQLITE_OK && system_pread != 0) code = vfs->xSetSystemCall(vfs, "pread", (sqlite3_syscall_ptr)counted_pread);
    if (code == SQLITE_OK && system_pread64 != 0) code = vfs->xSetSystemCall(vfs, "pread64", (sqlite3_syscall_ptr)counted_pread64);
    if (code == SQLITE_OK) atomic_store(&failed_reads, 0);
    return code;
}

long dateline_sqlite_failed_reads(void) {
    return atomic_load(&failed_reads);
}

int dateline_sqlite_harden(sqlite3 *connection) {
    int code = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
    if (code != SQLITE_OK) return code;
    code = sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
    if (code != SQLITE_OK) return code;
    // A pattern that somebody sends would never be one of LIKE; VACUUM INTO attaches its target.
    sqlite3_limit(connection, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 256);
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 1);
    // What the log holds after a sync has failed must not get into the database without being looked through, as a start does.
    code = sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
    if (code != SQLITE_OK) return code;
    sqlite3_progress_handler(connection, INSTRUCTIONS_BETWEEN_CHECKS, is_past_deadline, (void *)0);
    return SQLITE_OK;
}

void dateline_sqlite_set_deadline(int milliseconds) {
    deadline = milliseconds == 0 ? 0 : monotonic_now() + (int64_t)milliseconds * 1000000;
}

int dateline_sqlite_keep_log(sqlite3 *connection) {
    int on = 1;
    return sqlite3_file_control(connection, "main", SQLITE_FCNTL_PERSIST_WAL, &on);
}

// A commit calls the hook on the thread that asked for it, before it returns.
static _Thread_local int committed_log_pages = 0;

static int note_log_pages(void *unused, sqlite3 *connection, const char *name, int pages) {
    (void)unused;
    (void)connection;
    (void)name;
    committed_log_pages = pages;
    return SQLITE_OK;
}

void dateline_sqlite_watch_log(sqlite3 *connection) {
    sqlite3_wal_hook(connection, note_log_pages, (void *)0);
}

int dateline_sqlite_take_log_pages(void) {
    int pages = committed_log_pages;
    committed_log_pages = 0;
    return pages;
}

void dateline_sqlite_set_temporary_folder(const char *path) {
    // SQLite reads the variable without a lock: it is set once and never freed.
    static atomic_flag is_set = ATOMIC_FLAG_INIT;
    if (atomic_flag_test_and_set(&is_set)) return;
    sqlite3_temp_directory = sqlite3_mprintf("%s", path);
}

int dateline_sqlite_system_errno(sqlite3 *connection) {
    // SQLite keeps the number where a statement fails, but not where a COMMIT does; then it is still this thread's.
    int last = errno;
    switch (last) {
    case EIO:
    case EFBIG:
    case EDQUOT:
    case ENOSPC:
    case EROFS: return last;
    default: return sqlite3_system_errno(connection);
    }
}
