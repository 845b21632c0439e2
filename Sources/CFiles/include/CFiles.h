#ifndef DATELINE_CFILES_H
#define DATELINE_CFILES_H

/// Renames a file within one file system, and never over another one (`RENAME_NOREPLACE` of renameat2(2), which Swift's module of the C
/// library leaves out). Returns 0, or the error number: EEXIST where the new name is taken, EINVAL or ENOSYS where the file system or the
/// kernel can't.
int dateline_rename_new(int folder, const char *name, int new_folder, const char *new_name);

/// The type of the file system on which an open file lies (`f_type` of fstatfs(2)); 0 where it can't be told.
unsigned dateline_file_system_type_of(int descriptor);

#endif
