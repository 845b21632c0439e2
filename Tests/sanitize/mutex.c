// Loaded into programs built with the thread sanitizer: tells it of the standard library's Mutex where a lock is contended.
//
// On Linux the uncontended way into and out of Synchronization.Mutex is inlined and instrumented; the contended one goes through
// _lockSlow and _unlockSlow of libswiftSynchronization.so, which isn't instrumented, and from there to the kernel (futex, FUTEX_LOCK_PI).
// Without this the sanitizer sees two threads in what a Mutex guards and no lock between them. Each of these does what the library does,
// and says what it means: who has the lock sees what was done before it was given back. Nothing is left out of the reports.
// Whether this still fits the library is what `control sound` shows, before anything else is tried.
#define _GNU_SOURCE

#include <dlfcn.h>
#include <stdint.h>

// In the sanitizer's runtime; not there in a program that isn't built with it, such as a shell between the tests and ours.
extern void __tsan_acquire(void *address) __attribute__((weak));
extern void __tsan_release(void *address) __attribute__((weak));

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"
#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))

SWIFT void told_lock(uint32_t thread, SELF void *mutex) __asm__(LOCK);
SWIFT void told_unlock(SELF void *mutex) __asm__(UNLOCK);

static SWIFT void (*library_lock)(uint32_t thread, SELF void *mutex);
static SWIFT void (*library_unlock)(SELF void *mutex);

__attribute__((constructor)) static void find(void) {
    *(void **)&library_lock = dlsym(RTLD_NEXT, LOCK);
    *(void **)&library_unlock = dlsym(RTLD_NEXT, UNLOCK);
}

SWIFT void told_lock(uint32_t thread, SELF void *mutex) {
    library_lock(thread, mutex);
    if (__tsan_acquire != 0) __tsan_acquire(mutex);
}

SWIFT void told_unlock(SELF void *mutex) {
    if (__tsan_release != 0) __tsan_release(mutex);
    library_unlock(mutex);
}
