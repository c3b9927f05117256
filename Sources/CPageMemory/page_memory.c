#include "page_memory.h"

#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

// Address space only: pages of memory come as they are touched.
static const size_t region_size = (size_t)64 << 20;
// What a thread keeps between pages; the rest goes back to the system.
static const size_t kept_size = (size_t)4 << 20;

static _Thread_local struct {
  char *base;
  size_t used;
  size_t live;
  bool is_open;
  // Some block found no room, or there is no region at all.
  bool is_spilled;
} page;

static bool owns(const void *block) {
  return page.base != NULL && (uintptr_t)block - (uintptr_t)page.base < region_size;
}

// A block has its size before it.
static size_t *size_of(void *block) { return (size_t *)block - 1; }

static void *take(size_t size) {
  if (!page.is_open || size > region_size) return malloc(size);
  size_t rounded = (size + 7) & ~(size_t)7;
  if (page.used + sizeof(size_t) + rounded > region_size) {
    page.is_spilled = true;
    return malloc(size);
  }
  void *block = page.base + page.used + sizeof(size_t);
  *size_of(block) = rounded;
  page.used += sizeof(size_t) + rounded;
  return block;
}

static bool is_last(void *block) { return (char *)block + *size_of(block) == page.base + page.used; }

static void give(void *block) {
  if (block == NULL) return;
  if (!owns(block)) return free(block);
  if (is_last(block)) page.used -= sizeof(size_t) + *size_of(block);
}

static void *retake(void *block, size_t size) {
  if (block == NULL) return take(size);
  if (!owns(block)) return realloc(block, size);
  if (size <= *size_of(block)) return block;
  void *larger = take(size);
  if (larger != NULL) {
    memcpy(larger, block, *size_of(block));
    give(block);
  }
  return larger;
}

static char *copy(const char *text) {
  size_t size = strlen(text) + 1;
  char *block = take(size);
  return block == NULL ? NULL : memcpy(block, text, size);
}

// A sanitizer wants to see every block.
#if defined(__SANITIZE_ADDRESS__)
#define PLAIN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define PLAIN 1
#endif
#endif

void page_memory_install(void) {
#ifndef PLAIN
  xmlMemSetup(give, take, retake, copy);
#endif
}

void page_memory_open(void) {
#ifndef PLAIN
  if (page.base == NULL) {
    void *base = mmap(NULL, region_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (base == MAP_FAILED) {
      page.is_spilled = true;
      return;
    }
    page.base = base;
  }
  page.is_open = true;
#else
  page.is_spilled = true;
#endif
}

void page_memory_close(void) { page.is_open = false; }

void page_memory_retain(void) { page.live += 1; }

bool page_memory_is_whole(void) { return !page.is_spilled; }

void page_memory_release(void) {
  if (page.live > 0) page.live -= 1;
  if (page.live > 0 || page.base == NULL) return;
  // The thread's last error may hold texts of the page.
  xmlResetLastError();
  if (page.used > kept_size) madvise(page.base + kept_size, region_size - kept_size, MADV_DONTNEED);
  page.used = 0;
  page.is_spilled = false;
}
