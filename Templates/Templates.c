#include "Templates.h"

const jixiao_template jixiao_templates[] = {
    {"", (const unsigned char *)"", 0},
};
const size_t jixiao_template_count = 0;
