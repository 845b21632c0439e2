#include "CSQLiteShim.h"

#include <errno.h>
#include <sys/vfs.h>

unsigned dateline_file_system_type(const char *path) {
    struct statfs status;
    int code;
    do {
        code = statfs(path, &status);
    } while (code != 0 && errno == EINTR);
    return code == 0 ? (unsigned)status.f_type : 0;
}
