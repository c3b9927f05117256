// The files of this folder as bytes inside the binary (see Templates.c).
#pragma once
#include <stddef.h>

/// One embedded file: its name inside Templates/, its bytes and their number.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} jixiao_template;

/// Number of embedded files.
extern const size_t jixiao_template_count;

/// One of them; `index` is below the count.
const jixiao_template *jixiao_template_at(size_t index);
