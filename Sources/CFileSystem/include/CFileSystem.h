// renameat2(2) and its flags, which Swift's Glibc module does not show.
#pragma once

/// Renames `from` to `to` only where `to` does not exist. 0, or -1 with errno.
int jixiao_rename_noreplace(const char *from, const char *to);

/// Swaps two existing entries in one step. 0, or -1 with errno.
int jixiao_rename_exchange(const char *from, const char *to);
