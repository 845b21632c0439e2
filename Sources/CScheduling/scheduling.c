#include "CScheduling.h"

#include <sys/resource.h>

#ifdef __linux__
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

// As in the kernel's linux/sched/types.h, in its first size.
struct attributes {
    uint32_t size;
    uint32_t policy;
    uint64_t flags;
    int32_t niceness;
    uint32_t priority;
    uint64_t slice;
    uint64_t deadline;
    uint64_t period;
};
#endif

void dateline_give_way(int niceness) {
    // On Linux this is about the calling thread (setpriority(2)).
    int present = getpriority(PRIO_PROCESS, 0);
    if (niceness < present) niceness = present;
#if defined(__linux__) && defined(SYS_sched_setattr)
    struct attributes attributes = {.size = sizeof attributes, .niceness = niceness, .slice = 200 * 1000};
    if (syscall(SYS_sched_setattr, 0, &attributes, 0) == 0) return;
#endif
    setpriority(PRIO_PROCESS, 0, niceness);
}
