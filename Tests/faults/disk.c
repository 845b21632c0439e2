// A disk, and a clock, that misbehave when told to; preloaded into the program by Tests/faults/lib.sh.
//
// FAULTS_RULES names a file of rules, read again whenever it changes, so that faults come and go while the program runs. A line is
//
//   CALL SUFFIX ACTION FIRST COUNT
//
// CALL is write, sync, truncate or read; SUFFIX is how the file's name ends ("*": any). From the FIRST such call on since the rules
// were read, COUNT calls (0: all) are met by ACTION: the name of an error; "kill", which ends the process before the call;
// "after", which ends it behind the call; "slow:N", N milliseconds late; "short:N", of which only N bytes are done; "lie", which is a
// sync that isn't one and says it was.
// "clock * SECONDS" moves the wall clock. Only files below FAULTS_FOLDER are meant. Each call that was met adds a line to
// FAULTS_RULES.hits.
//
// FAULTS_DURABLE names a folder in which there is, of each file, what has been synced, and of their folder which names it had when that
// was synced: what a power cut would surely leave. See cut.py. What a sync that failed should have written isn't there after later ones
// either, until it is written again: the kernel tells of such a failure once, and takes the pages for clean from then on.

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

enum { CALL_WRITE, CALL_SYNC, CALL_TRUNCATE, CALL_READ, CALLS };
enum { ACT_NONE, ACT_ERROR, ACT_KILL, ACT_AFTER, ACT_SLOW, ACT_SHORT, ACT_LIE };

static const char *const call_names[CALLS] = {"write", "sync", "truncate", "read"};
static const struct {
    const char *name;
    int number;
} errors[] = {{"EIO", EIO}, {"ENOSPC", ENOSPC}, {"EROFS", EROFS}, {"EDQUOT", EDQUOT}, {"EINTR", EINTR}, {"EAGAIN", EAGAIN}, {"EFBIG", EFBIG},
    {"EBUSY", EBUSY}, {"ESTALE", ESTALE}};

struct rule {
    int call;
    char suffix[128];
    int action;
    long value;
    long first;
    long count;
    long seen;
};

static struct rule rules[16];
static int rule_count;
static long clock_offset;
static struct timespec rules_time;
static ino_t rules_inode;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_pread)(int, void *, size_t, off_t);
static ssize_t (*real_read)(int, void *, size_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_clock_gettime)(clockid_t, struct timespec *);

__attribute__((constructor)) static void find_real(void) {
    real_pwrite = (ssize_t(*)(int, const void *, size_t, off_t))dlsym(RTLD_NEXT, "pwrite64");
    real_pread = (ssize_t(*)(int, void *, size_t, off_t))dlsym(RTLD_NEXT, "pread64");
    real_read = (ssize_t(*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
    real_write = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    real_ftruncate = (int (*)(int, off_t))dlsym(RTLD_NEXT, "ftruncate64");
    real_fsync = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    real_clock_gettime = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
}

static void parse(char *line) {
    char call[16], suffix[128], action[32];
    long first = 1, count = 0;
    int fields = sscanf(line, "%15s %127s %31s %ld %ld", call, suffix, action, &first, &count);
    if (fields >= 3 && strcmp(call, "clock") == 0) {
        clock_offset = atol(action);
        return;
    }
    if (fields < 3 || rule_count == (int)(sizeof rules / sizeof *rules)) return;
    struct rule rule = {.call = -1, .first = first, .count = count};
    for (int i = 0; i < CALLS; i++) {
        if (strcmp(call, call_names[i]) == 0) rule.call = i;
    }
    strcpy(rule.suffix, suffix);
    if (strcmp(action, "kill") == 0) rule.action = ACT_KILL;
    if (strcmp(action, "after") == 0) rule.action = ACT_AFTER;
    if (strcmp(action, "lie") == 0) rule.action = ACT_LIE;
    if (sscanf(action, "slow:%ld", &rule.value) == 1) rule.action = ACT_SLOW;
    if (sscanf(action, "short:%ld", &rule.value) == 1) rule.action = ACT_SHORT;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        if (strcmp(action, errors[i].name) == 0) {
            rule.action = ACT_ERROR;
            rule.value = errors[i].number;
        }
    }
    if (rule.call < 0 || rule.action == ACT_NONE) {
        static const char text[] = "disk.c: a rule that isn't one\n";
        real_write(2, text, sizeof text - 1);
        _exit(125);
    }
    rules[rule_count++] = rule;
}

// Reads the rules anew if they have changed. Under the lock.
static void reload(void) {
    const char *path = getenv("FAULTS_RULES");
    struct stat status;
    if (path == 0 || stat(path, &status) != 0) {
        rule_count = 0;
        clock_offset = 0;
        rules_inode = 0;
        return;
    }
    if (status.st_ino == rules_inode && status.st_mtim.tv_sec == rules_time.tv_sec && status.st_mtim.tv_nsec == rules_time.tv_nsec) return;
    rules_inode = status.st_ino;
    rules_time = status.st_mtim;
    rule_count = 0;
    clock_offset = 0;
    char text[4096];
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return;
    ssize_t length = real_pread(descriptor, text, sizeof text - 1, 0);
    close(descriptor);
    text[length < 0 ? 0 : length] = 0;
    char *rest = 0;
    for (char *line = strtok_r(text, "\n", &rest); line != 0; line = strtok_r(0, "\n", &rest)) parse(line);
}

// The path of an open file below FAULTS_FOLDER; 0: it isn't one of those.
static const char *path_of(int descriptor, char *buffer, size_t size) {
    const char *folder = getenv("FAULTS_FOLDER");
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, buffer, size - 1);
    if (folder == 0 || length <= 0) return 0;
    buffer[length] = 0;
    return strncmp(buffer, folder, strlen(folder)) == 0 ? buffer : 0;
}

static int ends_with(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return strcmp(end, "*") == 0 || (length >= tail && strcmp(text + length - tail, end) == 0);
}

static void note(const char *call, const char *path, const char *what, long value) {
    char name[4096], line[4400];
    snprintf(name, sizeof name, "%s.hits", getenv("FAULTS_RULES"));
    int length = snprintf(line, sizeof line, "%s %s %s %ld\n", call, path, what, value);
    int descriptor = open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (descriptor < 0) return;
    real_write(descriptor, line, (size_t)length);
    close(descriptor);
}

// What is to happen to a call: the action, with its value.
static int verdict(int call, int descriptor, long *value) {
    if (getenv("FAULTS_RULES") == 0) return ACT_NONE;
    static const char *const actions[] = {"none", "error", "kill", "after", "slow", "short", "lie"};
    char buffer[4096];
    const char *path = path_of(descriptor, buffer, sizeof buffer);
    if (path == 0) return ACT_NONE;
    int action = ACT_NONE;
    pthread_mutex_lock(&lock);
    reload();
    for (int i = 0; i < rule_count && action == ACT_NONE; i++) {
        struct rule *rule = &rules[i];
        if (rule->call != call || !ends_with(path, rule->suffix)) continue;
        rule->seen++;
        if (rule->seen < rule->first || (rule->count > 0 && rule->seen >= rule->first + rule->count)) continue;
        action = rule->action;
        *value = rule->value;
    }
    if (action != ACT_NONE) note(call_names[call], path, actions[action], *value);
    pthread_mutex_unlock(&lock);
    if (action == ACT_KILL) kill(getpid(), SIGKILL);
    if (action == ACT_SLOW) {
        struct timespec pause = {*value / 1000, (*value % 1000) * 1000000};
        nanosleep(&pause, 0);
    }
    return action;
}

static void finish(int action) {
    if (action != ACT_AFTER) return;
    int kept = errno;
    kill(getpid(), SIGKILL);
    errno = kept;
}

// Notes which names lead to which files, of a folder that was synced just now.
static void keep_names(const char *path, const char *folder) {
    char name[4400], line[4400];
    snprintf(name, sizeof name, "%s/names", folder);
    DIR *entries = opendir(path);
    int names = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (entries == 0 || names < 0) _exit(125);
    for (struct dirent *entry = readdir(entries); entry != 0; entry = readdir(entries)) {
        int length = snprintf(line, sizeof line, "%llu %s\n", (unsigned long long)entry->d_ino, entry->d_name);
        if (entry->d_type == DT_REG) real_write(names, line, (size_t)length);
    }
    close(names);
    closedir(entries);
}

// The name under which FAULTS_DURABLE has a file, by the number of its inode; 0: it isn't kept.
static int kept_name(int descriptor, char *name, size_t size) {
    const char *folder = getenv("FAULTS_DURABLE");
    char buffer[4096];
    struct stat status;
    if (folder == 0) return 0;
    const char *path = path_of(descriptor, buffer, sizeof buffer);
    if (path == 0 || fstat(descriptor, &status) != 0) return 0;
    if (S_ISDIR(status.st_mode)) keep_names(path, folder);
    if (!S_ISREG(status.st_mode)) return 0;
    snprintf(name, size, "%s/%llu", folder, (unsigned long long)status.st_ino);
    return 1;
}

enum { BLOCK = 4096 };

static void read_block(int descriptor, char *block, off_t offset) {
    memset(block, 0, BLOCK);
    if (descriptor >= 0) real_pread(descriptor, block, BLOCK, offset);
}

// Copies a file to a name. Of what a sync has failed to write, and is as it was then, the copy has what it had before.
static void copy(int descriptor, const char *name, int before, int failed) {
    char temporary[4400];
    snprintf(temporary, sizeof temporary, "%s.%d.new", name, descriptor);
    int to = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (to < 0) _exit(125);
    static _Thread_local char block[BLOCK], lost[BLOCK], old[BLOCK];
    off_t offset = 0;
    ssize_t length;
    while ((length = real_pread(descriptor, block, BLOCK, offset)) > 0) {
        if (failed >= 0) {
            read_block(failed, lost, offset);
            read_block(before, old, offset);
        }
        int is_lost = failed >= 0 && memcmp(block, lost, (size_t)length) == 0;
        if (real_pwrite(to, is_lost ? old : block, (size_t)length, offset) != length) _exit(125);
        offset += length;
    }
    close(to);
    rename(temporary, name);
}

// Of a file that was synced just now.
static void keep(int descriptor) {
    char name[4300], failed[4400];
    if (!kept_name(descriptor, name, sizeof name)) return;
    snprintf(failed, sizeof failed, "%s.failed", name);
    int before = open(name, O_RDONLY | O_CLOEXEC), lost = open(failed, O_RDONLY | O_CLOEXEC);
    copy(descriptor, name, before, lost);
    if (before >= 0) close(before);
    if (lost >= 0) close(lost);
}

// Of a file whose sync has just failed.
static void keep_failed(int descriptor) {
    char name[4300], failed[4400];
    if (!kept_name(descriptor, name, sizeof name)) return;
    snprintf(failed, sizeof failed, "%s.failed", name);
    copy(descriptor, failed, -1, -1);
}

static ssize_t any_pwrite(int descriptor, const void *bytes, size_t length, off_t offset) {
    long value = 0;
    int action = verdict(CALL_WRITE, descriptor, &value);
    if (action == ACT_ERROR) return errno = (int)value, -1;
    if (action == ACT_SHORT && (size_t)value < length) length = (size_t)value;
    ssize_t result = real_pwrite(descriptor, bytes, length, offset);
    finish(action);
    return result;
}

static ssize_t any_pread(int descriptor, void *bytes, size_t length, off_t offset) {
    long value = 0;
    int action = verdict(CALL_READ, descriptor, &value);
    if (action == ACT_ERROR) return errno = (int)value, -1;
    if (action == ACT_SHORT && (size_t)value < length) length = (size_t)value;
    return real_pread(descriptor, bytes, length, offset);
}

static ssize_t any_read(int descriptor, void *bytes, size_t length) {
    long value = 0;
    int action = verdict(CALL_READ, descriptor, &value);
    if (action == ACT_ERROR) return errno = (int)value, -1;
    if (action == ACT_SHORT && (size_t)value < length) length = (size_t)value;
    return real_read(descriptor, bytes, length);
}

static int any_truncate(int descriptor, off_t length) {
    long value = 0;
    int action = verdict(CALL_TRUNCATE, descriptor, &value);
    if (action == ACT_ERROR) return errno = (int)value, -1;
    int result = real_ftruncate(descriptor, length);
    finish(action);
    return result;
}

static int any_sync(int descriptor, int (*real)(int)) {
    long value = 0;
    int action = verdict(CALL_SYNC, descriptor, &value);
    if (action == ACT_ERROR) {
        keep_failed(descriptor);
        return errno = (int)value, -1;
    }
    if (action == ACT_LIE) return 0;
    int result = real(descriptor);
    if (result == 0) keep(descriptor);
    finish(action);
    return result;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) { return any_pwrite(descriptor, bytes, length, offset); }
ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off_t offset) { return any_pwrite(descriptor, bytes, length, offset); }
ssize_t pread(int descriptor, void *bytes, size_t length, off_t offset) { return any_pread(descriptor, bytes, length, offset); }
ssize_t pread64(int descriptor, void *bytes, size_t length, off_t offset) { return any_pread(descriptor, bytes, length, offset); }
ssize_t read(int descriptor, void *bytes, size_t length) { return any_read(descriptor, bytes, length); }
int ftruncate(int descriptor, off_t length) { return any_truncate(descriptor, length); }
int ftruncate64(int descriptor, off_t length) { return any_truncate(descriptor, length); }
int fsync(int descriptor) { return any_sync(descriptor, real_fsync); }
int fdatasync(int descriptor) { return any_sync(descriptor, real_fdatasync); }

int clock_gettime(clockid_t clock, struct timespec *time) {
    if (real_clock_gettime == 0) find_real();
    int result = real_clock_gettime(clock, time);
    if (result != 0 || clock != CLOCK_REALTIME || getenv("FAULTS_RULES") == 0) return result;
    pthread_mutex_lock(&lock);
    reload();
    time->tv_sec += clock_offset;
    pthread_mutex_unlock(&lock);
    return result;
}
