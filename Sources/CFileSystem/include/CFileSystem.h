// What the disk layer needs and Swift's Glibc module does not show: renameat2(2), syncfs(2), the mount-point
// attribute of statx(2), and a signal handler that touches nothing but atomics.
#pragma once

/// Renames `from` to `to` only where `to` does not exist. 0, or -1 with errno.
int jixiao_rename_noreplace(int from_folder, const char *from, int to_folder, const char *to);

/// Swaps two existing entries in one step. 0, or -1 with errno.
int jixiao_rename_exchange(int from_folder, const char *from, int to_folder, const char *to);

/// Writes everything of the file system that holds `descriptor` to the disk. 0, or -1 with errno.
int jixiao_sync_file_system(int descriptor);

/// 1 where the entry is the root of a mount, 0 where it is not or the kernel cannot tell, -1 with errno.
int jixiao_is_mount_point(int folder, const char *name);

/// From now on SIGINT, SIGTERM and SIGHUP (unless ignored, as under nohup) end the process with 128 + number: at
/// once, or, while deferred, when the program asks. SIGPIPE and SIGXFSZ are ignored: writing reports an error.
void jixiao_catch_signals(void);

/// Opens (+1) or closes (-1) a stretch of work that must clean up after itself before the process ends.
void jixiao_defer_signals(int change);

/// The first signal that came while deferred, 0 for none.
int jixiao_caught_signal(void);
