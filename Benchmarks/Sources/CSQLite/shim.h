#include <sqlite3.h>

// A C function of variable arguments, which Swift can't call.
static inline int straight_disable_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
