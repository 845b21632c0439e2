#define _GNU_SOURCE
#include "CFiles.h"

#include <errno.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

// Not every C library has the function, or its flags.
enum { NOREPLACE = 1 };

int dateline_rename_new(int folder, const char *name, int new_folder, const char *new_name) {
    return syscall(SYS_renameat2, folder, name, new_folder, new_name, NOREPLACE) == 0 ? 0 : errno;
}

unsigned dateline_file_system_type_of(int descriptor) {
    struct statfs status;
    return fstatfs(descriptor, &status) == 0 ? (unsigned)status.f_type : 0;
}
