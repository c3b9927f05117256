"""System calls of the tool as strace sees them: where they are, and how to make one of them fail."""

import collections
import re

CALLS = ("openat,read,write,close,newfstatat,fstat,statx,mkdirat,fchmod,flock,getdents64,renameat,renameat2,fsync,syncfs,"
         "unlinkat,readlink,fcntl")
LINE = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?([a-z0-9_]+)\((.*)$")
UNFINISHED = " <unfinished ...>"
RESUMED = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?<\.\.\. ([a-z0-9_]+) resumed>(.*)$")
SIBLING = re.compile(r"\.out\.jixiao-\d+-[0-9a-f]{16}")

Site = collections.namedtuple("Site", "call number thread line")


def command(log, *injections, calls=None):
    before = ["strace", "-f", "-y", "--seccomp-bpf", "-qq", "-s", "200", "-o", log]
    if calls is None:
        calls = ",".join(sorted({i.split(":")[0] for i in injections})) or CALLS
    before += ["-e", f"trace={calls}", "-e", "signal=none"]
    for injection in injections:
        before += ["-e", f"inject={injection}"]
    return before


def whole(stream):
    """The lines of the log; what one thread began and ended around lines of another is put together again."""
    begun, texts = {}, []
    for text in map(str.rstrip, stream):
        thread = text.split(None, 1)[0]
        resumed = RESUMED.match(text)
        if resumed and (thread, resumed.group(1)) in begun:
            texts[begun.pop((thread, resumed.group(1)))] += resumed.group(2)
            continue
        if text.endswith(UNFINISHED) and (found := LINE.match(text)):
            begun[thread, found.group(1)] = len(texts)
            text = text.removesuffix(UNFINISHED)
        texts.append(text)
    return texts


def lines(log):
    """Call and text of each traced call, with its number among those of its thread and name."""
    numbers = collections.Counter()
    with open(log, encoding="utf-8", errors="replace") as stream:
        for text in whole(stream):
            thread = text.split(None, 1)[0]
            found = LINE.match(text)
            if not found:
                continue
            call = found.group(1)
            numbers[thread, call] += 1
            yield Site(call, numbers[thread, call], thread, SIBLING.sub("SIBLING", text.split(None, 1)[1]))


def sites(log, folders):
    """The calls that concern one of the folders; what the loader does is none of ours."""
    found = [
        site for site in lines(log)
        if any(f"{folder}" in site.line for folder in folders) and "<pipe:" not in site.line]
    return found, collections.Counter(site.call for site in lines(log))


def readable(line):
    """The line with the names as they are; strace writes every byte beyond ASCII in octal digits."""
    return re.sub(r"(?:\\\d{3})+", lambda found: bytes(
        int(digits, 8) for digits in found[0].split("\\")[1:]).decode("utf-8", "replace"), line)


def shape(line):
    """What a call is about: its name, the places and names in it, nothing that differs from run to run."""
    call, rest = line.split("(", 1)
    rest = re.sub(r"c\d{6}", "CASE", rest)
    if call in ("read", "write"):
        rest = rest.split(">")[0]
    # What it gave back has a place in it too; strace sets spaces before it where a line is short, or was broken.
    asked = re.split(r"\) += ", rest)[0]
    return call, re.findall(r"<([^>]*)>?", asked), re.findall(r'"([^"]*)"', rest)[:2]
