#define _GNU_SOURCE
#include "CFileSystem.h"
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int jixiao_rename_noreplace(int from_folder, const char *from, int to_folder, const char *to) {
  return renameat2(from_folder, from, to_folder, to, RENAME_NOREPLACE);
}

int jixiao_rename_exchange(int from_folder, const char *from, int to_folder, const char *to) {
  return renameat2(from_folder, from, to_folder, to, RENAME_EXCHANGE);
}

int jixiao_sync_file_system(int descriptor) { return syncfs(descriptor); }

int jixiao_is_mount_point(int folder, const char *name) {
#ifdef STATX_ATTR_MOUNT_ROOT
  struct statx status;
  if (statx(folder, name, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, 0, &status) != 0) return -1;
  return (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
#else
  (void)folder, (void)name;
  return 0;
#endif
}

static atomic_int caught;
static atomic_int deferred;
static atomic_int has_written;
static const char nothing_changed[] = "jixiao: 已按要求中断，没有改动输出\n";

static void on_signal(int number) {
  if (atomic_load(&deferred) == 0) {
    if (atomic_load(&has_written) == 0) (void)!write(STDERR_FILENO, nothing_changed, sizeof nothing_changed - 1);
    _exit(128 + number);
  }
  int none = 0;
  atomic_compare_exchange_strong(&caught, &none, number);
}

void jixiao_catch_signals(void) {
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  struct sigaction hangup;
  if (sigaction(SIGHUP, NULL, &hangup) == 0 && hangup.sa_handler != SIG_IGN) sigaction(SIGHUP, &action, NULL);
  // A caller's thread may have had them blocked, and what it starts inherits that.
  sigset_t ours;
  sigemptyset(&ours);
  sigaddset(&ours, SIGINT);
  sigaddset(&ours, SIGTERM);
  sigaddset(&ours, SIGHUP);
  sigprocmask(SIG_UNBLOCK, &ours, NULL);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}

void jixiao_defer_signals(int change) {
  if (change > 0) atomic_store(&has_written, 1);
  atomic_fetch_add(&deferred, change);
}

int jixiao_caught_signal(void) { return atomic_load(&caught); }
