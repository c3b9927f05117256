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
static const unsigned char index_html[] = {
#embed "index.html"
};
static const unsigned char sheet_html[] = {
#embed "sheet.html"
};
static const unsigned char report_html[] = {
#embed "report.html"
};
static const unsigned char findings_html[] = {
#embed "findings.html"
};
static const unsigned char overview_html[] = {
#embed "overview.html"
};
static const unsigned char head_html[] = {
#embed "head.html"
};
static const unsigned char banner_html[] = {
#embed "banner.html"
};
static const unsigned char foot_html[] = {
#embed "foot.html"
};
static const unsigned char style_css[] = {
#embed "style.css"
};
static const unsigned char index_js[] = {
#embed "index.js"
};
static const unsigned char page_rng[] = {
#embed "page.rng"
};
static const unsigned char mail_rng[] = {
#embed "mail.rng"
};

static const jixiao_template templates[] = {
    {"rubrics/jiangsu.csv", rubric_jiangsu, sizeof rubric_jiangsu},
    {"rubrics/mof.csv", rubric_mof, sizeof rubric_mof},
    {"rubrics/hubei.csv", rubric_hubei, sizeof rubric_hubei},
    {"index.html", index_html, sizeof index_html},
    {"sheet.html", sheet_html, sizeof sheet_html},
    {"report.html", report_html, sizeof report_html},
    {"findings.html", findings_html, sizeof findings_html},
    {"overview.html", overview_html, sizeof overview_html},
    {"head.html", head_html, sizeof head_html},
    {"banner.html", banner_html, sizeof banner_html},
    {"foot.html", foot_html, sizeof foot_html},
    {"style.css", style_css, sizeof style_css},
    {"index.js", index_js, sizeof index_js},
    {"page.rng", page_rng, sizeof page_rng},
    {"mail.rng", mail_rng, sizeof mail_rng},
};

const size_t jixiao_template_count = sizeof templates / sizeof templates[0];

const jixiao_template *jixiao_template_at(size_t index) { return &templates[index]; }
