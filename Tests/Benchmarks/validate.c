// How long libxml2 alone takes: parses and validates finished pages as the tool does, and nothing else. The least that
// a batch can take with these pages, whatever the rest of it costs.
//
//   validate TIMES SCHEMA PAGE...    one line on standard output: pages and bytes of one time
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <stdio.h>
#include <stdlib.h>

#include "page_memory.h"

struct page {
  char *bytes;
  int size;
};

static void refuse(const char *what, const char *name) {
  fprintf(stderr, "%s：%s\n", what, name);
  exit(1);
}

static struct page read_page(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) refuse("不能读取", path);
  struct page page = {.size = (int)ftell(file)};
  rewind(file);
  page.bytes = malloc((size_t)page.size);
  if (page.bytes == NULL || fread(page.bytes, 1, (size_t)page.size, file) != (size_t)page.size) refuse("不能读取", path);
  fclose(file);
  return page;
}

// The same options and the same memory as Sources/Markup.
static void prove(struct page page, xmlRelaxNGPtr schema, const char *path) {
  page_memory_open();
  page_memory_retain();
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  xmlDocPtr tree = xmlCtxtReadMemory(
      parser, page.bytes, page.size, NULL, NULL,
      XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC);
  if (tree == NULL || !parser->wellFormed) refuse("格式不正确", path);
  xmlRelaxNGValidCtxtPtr validator = xmlRelaxNGNewValidCtxt(schema);
  if (xmlRelaxNGValidateDoc(validator, tree) != 0) refuse("不符合模式", path);
  xmlRelaxNGFreeValidCtxt(validator);
  xmlFreeParserCtxt(parser);
  page_memory_close();
  if (!page_memory_is_whole()) xmlFreeDoc(tree);
  page_memory_release();
}

int main(int count, char **arguments) {
  if (count < 4) refuse("用法", "validate 遍数 模式 页面…");
  page_memory_install();
  xmlInitParser();
  xmlRelaxNGParserCtxtPtr compiler = xmlRelaxNGNewParserCtxt(arguments[2]);
  xmlRelaxNGPtr schema = compiler == NULL ? NULL : xmlRelaxNGParse(compiler);
  if (schema == NULL) refuse("不能使用的模式", arguments[2]);
  int pages = count - 3;
  long bytes = 0;
  struct page *read = calloc((size_t)pages, sizeof *read);
  for (int index = 0; index < pages; index++) bytes += (read[index] = read_page(arguments[index + 3])).size;
  for (long times = atol(arguments[1]); times > 0; times--)
    for (int index = 0; index < pages; index++) prove(read[index], schema, arguments[index + 3]);
  printf("%d %ld\n", pages, bytes);
  return 0;
}
