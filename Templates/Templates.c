#include "Templates.h"

// Every file that is part of the program. A new one needs its array and its line in the table below.
static const unsigned char rubric_jiangsu[] = {
#embed "rubrics/jiangsu.csv"
};
static const unsigned char rubric_mof[] = {
#embed "rubrics/mof.csv"
};
static const unsigned char rubric_hubei[] = {
#embed "rubrics/hubei.csv"
};

static const jixiao_template templates[] = {
    {"rubrics/jiangsu.csv", rubric_jiangsu, sizeof rubric_jiangsu},
    {"rubrics/mof.csv", rubric_mof, sizeof rubric_mof},
    {"rubrics/hubei.csv", rubric_hubei, sizeof rubric_hubei},
};

const size_t jixiao_template_count = sizeof templates / sizeof templates[0];

const jixiao_template *jixiao_template_at(size_t index) { return &templates[index]; }
