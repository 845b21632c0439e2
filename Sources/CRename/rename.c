#define _GNU_SOURCE
#include "CRename.h"

#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

// Not every C library has the function, or its flags.
enum { NOREPLACE = 1 };

int dateline_rename_new(int folder, const char *name, int new_folder, const char *new_name) {
    return syscall(SYS_renameat2, folder, name, new_folder, new_name, NOREPLACE) == 0 ? 0 : errno;
}
