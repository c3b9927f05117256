"""Whether a page uses only what mail programs understand; the rules are in allowed.json."""

import html.parser
import json
import pathlib

RULES = json.loads((pathlib.Path(__file__).parent / "allowed.json").read_text("utf-8"))


class Linter(html.parser.HTMLParser):
    """Gathers faults while it reads."""

    def __init__(self):
        super().__init__()
        self.faults, self.open = [], []

    def handle_starttag(self, tag, attributes):
        line = self.getpos()[0]
        allowed = RULES["elements"].get(tag)
        if allowed is None:
            self.faults.append(f"{line}: element {tag}")
            return
        names = dict(attributes)
        self.faults += [f"{line}: {tag} {name}" for name in names if name not in allowed]
        self.faults += [f"{line}: {tag} without {name}" for name in RULES["required"].get(tag, [])
                        if name not in names]
        declarations = [d.split(":", 1) for d in names.get("style", "").split(";") if d]
        used = [d[0].strip() for d in declarations]
        self.faults += [f"{line}: {tag} {name}" for name in used if name not in RULES["properties"].get(tag, [])]
        self.faults += [f"{line}: {tag} without {name}"
                        for name in RULES["required_properties"].get(tag, []) if name not in used]
        if "url(" in names.get("style", "") or "!important" in names.get("style", ""):
            self.faults.append(f"{line}: {names['style']}")
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        depth = len(self.open)
        self.handle_starttag(tag, attributes)
        del self.open[depth:]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"{self.getpos()[0]}: </{tag}> closes nothing")


def faults(page: str) -> list[str]:
    """What is not allowed, with its line; empty where all is well."""
    linter = Linter()
    linter.feed(page)
    linter.close()
    if linter.open:
        linter.faults.append(f"left open: {linter.open}")
    if "http://" in page.replace("http://www.w3.org/1999/xhtml", "") or "https://" in page:
        linter.faults.append("an outside address")
    return linter.faults
