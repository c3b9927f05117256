// The files of this folder as bytes inside the binary (see Templates.c).
#pragma once
#include <stddef.h>

/// One embedded file: its name inside Templates/, its bytes and their number.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} jixiao_template;

/// All embedded files, in the order of Templates.c; `jixiao_template_count` of them.
extern const jixiao_template jixiao_templates[];
extern const size_t jixiao_template_count;
