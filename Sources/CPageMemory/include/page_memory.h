// Memory for the trees of libxml2: a page is parsed, proven and dropped as a whole, so its thousands of small blocks
// come from one region and go with it.
#pragma once
#include <stdbool.h>

// Puts the region behind libxml2's allocator. Once, before anything else of libxml2.
void page_memory_install(void);

// From here to `page_memory_close` what libxml2 allocates on this thread belongs to the page. Calls do not nest.
void page_memory_open(void);
void page_memory_close(void);

// One more page of this thread is alive; its blocks stay until it is released.
void page_memory_retain(void);

// A page is no longer alive; with the last one of the thread all blocks are gone. False where some of its blocks lie
// outside the region, which was full: the caller then frees the tree, before the call.
void page_memory_release(void);
bool page_memory_is_whole(void);
