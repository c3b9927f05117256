"""jixiao email against real servers on 127.0.0.1. Run by `make mail`; JIXIAO names the built tool."""

import csv
import email
import email.policy
import io
import json
import logging
import os
import pathlib
import shutil
import stat
import subprocess
import tempfile
import time
import unittest

import lint
import servers

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = os.environ["JIXIAO"]
STRICT = email.policy.SMTP.clone(raise_on_defect=True)
SENDER, LEADER = "财务部 <cw@example.cn>", "张院长 <zhang@example.cn>"

HOSTILE = [
    "a\r\nBcc: evil@example.cn", "a\nBcc: evil@example.cn", "a\rBcc: evil@example.cn", "a\r\n\r\n<script>", "a\x00b",
    "a\x0bX-Header: 1", "a\x0cX-Header: 1", "a\x85X-Header: 1", "a\u2028Bcc: evil@example.cn",
    "a\u2029Bcc: evil@example.cn", "a\u202egpj.exe", "a\u200bb", "a\ufeffb", "\r\n", "a\r\n Bcc: evil@example.cn",
    "a\r\n\tBcc: evil@example.cn", "=?UTF-8?B?DQpCY2M6IGV2aWxAZXhhbXBsZS5jbg==?=",
    "=?UTF-8?Q?a=0D=0ABcc:_evil@example.cn?=", "=?UTF-8?Q?=0A?= x", "a\" <evil@example.cn>, \"b", "a, evil@example.cn",
    "<evil@example.cn>", "a <evil@example.cn>", "a; evil@example.cn", "a\\\" <evil@example.cn>", "a (comment", "a: b;",
    "--jixiao-mixed-000000000000000000000000", "boundary=\"x\"", "Subject: x", "Content-Type: text/html", "甲" * 300,
    "\x1b[31mred", "a%0d%0aBcc: evil@example.cn", "a\\r\\nBcc: evil@example.cn",
]


def run(*arguments, environment=None, timeout=60):
    """Runs the tool; nothing of the caller's own mail settings reaches it."""
    surroundings = {k: v for k, v in os.environ.items() if not k.startswith("JIXIAO_")} | (environment or {})
    return subprocess.run([TOOL, *map(str, arguments)], capture_output=True, timeout=timeout, env=surroundings)


def read(message: bytes):
    """Read back as strictly as Python can; a defect raises."""
    made = email.message_from_bytes(message, policy=STRICT)
    for part in made.walk():
        assert not part.defects, part.defects
        for name, value in part.items():
            assert not value.defects, (name, value.defects)
    return made


# What a server thinks of a client that hangs up is no news here.
for name in ("mail", "asyncio"):
    logging.getLogger(name).setLevel(logging.CRITICAL + 1)


class Mail(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.out = cls.folder / "报告"
        for out, options in [(cls.out, ["--date", "2024-01-15"]),
                             (cls.folder / "half", ["--period", "half", "--date", "2023-07-10"])]:
            done = run("report", ROOT / "Samples/jsmi-2023", "-o", out, "-q", *options)
            assert done.returncode == 0, done.stderr.decode()
        cls.pair = servers.certificate(cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def message(self, *options, sender=SENDER):
        done = run("email", self.out, "--to", LEADER, "--from", sender, "--date", "2024-01-20", "-o", "-", *options)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout

    def send(self, port, *options, scheme="smtp", to=LEADER, password=None, seconds=10, host="127.0.0.1"):
        return run("email", self.out, "--to", to, "--from", SENDER, "--date", "2024-01-20", "--send", "--smtp",
                   f"{scheme}://{host}:{port}", "--timeout", seconds, *options,
                   environment={} if password is None else {"JIXIAO_SMTP_PASSWORD": password})

    def failed(self, done, *words):
        text = done.stderr.decode()
        self.assertEqual(done.returncode, 74, text)
        self.assertNotIn("已发出", text)
        for word in words:
            self.assertIn(word, text)
        self.assertEqual(len(text.strip().splitlines()), 1, text)
        self.assertNotIn(servers.PASSWORD, text)

    # The message itself.

    def test_message(self):
        message = self.message("--cc", "Li Si <li@example.cn>", "--cc", "wang@example.cn", "--bcc", "secret@example.cn",
                               "--reply-to", "回复 <reply@example.cn>")
        made = read(message)
        self.assertIn("94.80分", made["subject"])
        self.assertIn("示例数据", made["subject"])
        self.assertEqual(str(made["from"].addresses[0]), "财务部 <cw@example.cn>")
        self.assertEqual(made["from"].addresses[0].display_name, "财务部")
        self.assertEqual(made["to"].addresses[0].display_name, "张院长")
        self.assertEqual([a.addr_spec for a in made["cc"].addresses], ["li@example.cn", "wang@example.cn"])
        self.assertEqual(made["reply-to"].addresses[0].display_name, "回复")
        self.assertEqual(made["date"], "Sat, 20 Jan 2024 00:00:00 +0800")
        self.assertNotIn(b"secret", message)
        self.assertEqual([p.get_content_type() for p in made.walk()], [
            "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/csv", "text/html"])
        for part, name in zip(made.iter_attachments(), ["部门整体绩效自评价表.csv", "部门整体绩效自评价表.html"]):
            self.assertEqual(part.get_filename(), name)
            self.assertEqual(part.get_payload(decode=True), (self.out / name).read_bytes())
        page = made.get_body(("html",)).get_payload(decode=True)
        self.assertEqual(page, (self.out / "邮件/摘要.html").read_bytes())
        text = made.get_body(("plain",)).get_content()
        for words in ["94.80", "86.78%", "履职", "申报省部级科研项目数", "示例数据", "江苏省未见正式的自评权重规定"]:
            self.assertIn(words, text)
            self.assertIn(words, page.decode())

    def test_lines(self):
        for message in (self.message(), (self.out / "邮件/摘要.eml").read_bytes()):
            self.assertTrue(message.endswith(b"\r\n") and message.isascii())
            self.assertNotIn(b"\n", message.replace(b"\r\n", b""))
            self.assertNotIn(b"\r", message.replace(b"\r\n", b""))
            self.assertLessEqual(max(map(len, message.split(b"\r\n"))), 76)

    def test_same_input_same_bytes(self):
        self.assertEqual(self.message(), self.message())
        self.assertNotEqual(self.message(), self.message("--cc", "x@example.cn"))

    def test_draft_in_the_folder(self):
        draft = read((self.out / "邮件/摘要.eml").read_bytes())
        self.assertIsNone(draft["from"])
        self.assertIsNone(draft["to"])
        self.assertEqual(draft["date"], "Mon, 15 Jan 2024 00:00:00 +0800")

    def test_written_into_the_folder(self):
        out = self.folder / "written"
        shutil.copytree(self.out, out)
        for _ in range(2):
            done = run("email", out, "--to", LEADER, "--from", SENDER, "--date", "2024-01-20")
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            self.assertEqual((out / "邮件/摘要.eml").read_bytes(), self.message())
        self.assertEqual(run("verify", out).returncode, 0)

    def test_changed_documents_do_not_go_out(self):
        out = self.folder / "changed"
        shutil.copytree(self.out, out)
        file = out / "邮件/摘要.eml"
        file.write_bytes(file.read_bytes() + b"x")
        done = run("email", out, "--to", LEADER, "--from", SENDER, "-o", "-")
        self.assertEqual((done.returncode, done.stdout), (74, b""))
        self.assertIn("改动", done.stderr.decode())

    def test_hostile_names_and_subjects(self):
        self.assertGreaterEqual(len(HOSTILE), 30)
        plain = read(self.message())
        fields, parts = sorted(plain.keys()), len(list(plain.walk()))
        for text in HOSTILE:
            if "\x00" in text:
                continue  # no argument can hold it; the unit tests try it
            for options in (["--subject", text], ["--cc", f"{text} <ok@example.cn>"], ["--reply-to", f"{text}@example.cn"]):
                done = run("email", self.out, "--to", LEADER, "--from", SENDER, "-o", "-", *options)
                if done.returncode == 64:
                    self.assertEqual(done.stdout, b"", text)
                    self.assertNotIn("\x1b", done.stderr.decode())
                    continue
                self.assertEqual(done.returncode, 0, (text, done.stderr))
                made = read(done.stdout)
                self.assertNotIn("bcc", made)
                extra = {"--cc": ["Cc"], "--reply-to": ["Reply-To"]}.get(options[0], [])
                self.assertEqual(sorted(made.keys()), sorted(fields + extra), text)
                self.assertEqual(len(list(made.walk())), parts, text)
                if options[0] == "--cc":
                    self.assertEqual([a.addr_spec for a in made["cc"].addresses], ["ok@example.cn"], text)

    def test_page_is_for_mail_programs(self):
        for out in (self.out, self.folder / "half"):
            page = (out / "邮件/摘要.html").read_text("utf-8")
            self.assertEqual(lint.faults(page), [])
            self.assertLess(len(page.encode()), 60_000)
        for broken in ["<section></section>", "<td></td>", "<table style='position:absolute'></table>", "<img src='x'/>"]:
            self.assertTrue(lint.faults(broken), broken)

    def test_dry_run(self):
        before = {p: p.read_bytes() for p in self.out.rglob("*") if p.is_file()}
        done = run("email", self.out, "--to", LEADER, "--bcc", "b@example.cn", "--from", SENDER, "--dry-run", "--send",
                   "--smtp", "smtp://mail.example.invalid")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        for words in ["zhang@example.cn", "b@example.cn", "字节", "STARTTLS"]:
            self.assertIn(words, done.stdout.decode())
        self.assertEqual(before, {p: p.read_bytes() for p in self.out.rglob("*") if p.is_file()})

    def test_usage(self):
        for options in (["--send"], ["--send", "--sendmail"], ["--send", "--smtp", "http://127.0.0.1"],
                        ["--send", "--smtp", "smtp://user:secret@127.0.0.1"], ["--send", "--smtp", "smtp://127.0.0.1:99999"],
                        ["--send", "--smtp", "smtp://127.0.0.1/x"], ["--send", "--smtp", "smtp://127.0.0.1", "--user", "u"],
                        ["--timeout", "0"], ["--to", "a@b@c"], ["--to", "not an address"], ["--to", "张三@例子.中国"]):
            done = run("email", self.out, "--to", LEADER, "--from", SENDER, *options)
            self.assertEqual(done.returncode, 64, (options, done.stderr.decode()))
            self.assertNotIn("secret", done.stderr.decode())

    # Sending.

    def test_plain(self):
        with servers.honest() as (port, box):
            done = self.send(port, "--cc", "li@example.cn", "--bcc", "secret@example.cn")
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        (sender, recipients, content, encrypted, _), = box.messages
        self.assertEqual((sender, encrypted), ("cw@example.cn", False))
        self.assertEqual(recipients, ["zhang@example.cn", "li@example.cn", "secret@example.cn"])
        self.assertEqual(content, self.message("--cc", "li@example.cn"))
        read(content)

    def test_many_recipients(self):
        many = [f"r{n}@example.cn" for n in range(150)]
        with servers.honest() as (port, box):
            done = self.send(port, *[x for a in many for x in ("--to", a)])
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(box.messages[0][1], ["zhang@example.cn"] + many)
        self.assertEqual(len(read(box.messages[0][2])["to"].addresses), 151)

    def test_starttls(self):
        with servers.honest(self.pair, "starttls", auth=True) as (port, box):
            trust = ["--authorities", self.pair[0]]
            user = [*trust, "--user", servers.USER]
            done = self.send(port, *user, password=servers.PASSWORD)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            self.assertEqual(box.messages.pop()[3:], (True, True))
            self.failed(self.send(port, *user, password="wrong"), "用户名或密码", "535")
            self.failed(self.send(port, *trust), "530")
            self.failed(self.send(port, "--user", servers.USER, password=servers.PASSWORD), "证书")
            done = self.send(port, "--insecure", "--user", servers.USER, password=servers.PASSWORD)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            self.assertEqual(len(box.messages), 1)

    def test_smtps(self):
        with servers.honest(self.pair, "smtps", auth=False) as (port, box):
            trust = ["--authorities", self.pair[0]]
            done = self.send(port, *trust, scheme="smtps")
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            self.assertEqual(box.messages[0][3], True)
            self.failed(self.send(port, scheme="smtps"), "证书")
            self.failed(self.send(port, seconds=3), "没有")
        with servers.honest() as (port, box):
            self.failed(self.send(port, scheme="smtps", seconds=3), "加密")
            self.assertEqual(box.messages, [])

    def test_password_file(self):
        file = self.folder / "password"
        file.write_text(servers.PASSWORD + "\n", "utf-8")
        with servers.honest(self.pair, "starttls", auth=True) as (port, box):
            options = ["--authorities", self.pair[0], "--user", servers.USER, "--password-file", file]
            file.chmod(0o644)
            done = self.send(port, *options)
            self.assertEqual(done.returncode, 64)
            self.assertIn("600", done.stderr.decode())
            file.chmod(0o600)
            done = self.send(port, *options)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(len(box.messages), 1)

    def test_encryption_is_demanded_elsewhere(self):
        """A name that is not this machine's, resolved to it: STARTTLS is demanded, and --insecure gives it up."""
        name = next((n for n in [os.uname().nodename] if _resolves_here(n)), None)
        if name is None:
            self.skipTest("this machine's name does not lead to 127.0.0.0/8")
        with servers.honest() as (port, box):
            self.failed(self.send(port, host=name), "STARTTLS")
            self.assertEqual(box.messages, [])

    def test_refusals(self):
        with servers.honest() as (port, box):
            self.failed(self.send(port, "--to", "refused@example.cn"), "refused@example.cn", "no such mailbox here")
            self.failed(self.send(port, to="full@example.cn"), "mailbox full")
            self.assertEqual(box.messages, [])

    def test_nobody_there(self):
        self.failed(self.send(9), "127.0.0.1:9")

    def test_servers_that_misbehave(self):
        for behaviour, words in [(servers.silent, "秒内没有"), (servers.hangs_after_data, "不算发出"),
                                 (servers.closes_amid_data, "中断"), (servers.closes_after_data, "不算发出")]:
            with self.subTest(behaviour.__name__), servers.crooked(behaviour) as port:
                start = time.monotonic()
                self.failed(self.send(port, seconds=2), words)
                self.assertLess(time.monotonic() - start, 8)

    # sendmail, and other programs that take the message.

    def sendmail(self, script):
        file = self.folder / "sendmail"
        file.write_text("#!/bin/sh\n" + script)
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return ["--sendmail", "--sendmail-command", file]

    def test_sendmail(self):
        taken, words = self.folder / "taken.eml", self.folder / "arguments"
        script = f"echo \"$@\" > '{words}'; cat > '{taken}'; env | grep JIXIAO_SMTP_PASSWORD && exit 3; exit 0\n"
        base = ["email", self.out, "--to", LEADER, "--from", SENDER, "--date", "2024-01-20"]
        done = run(*base, *self.sendmail(script), environment={"JIXIAO_SMTP_PASSWORD": "x"})
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(taken.read_bytes(), self.message())
        self.assertEqual(words.read_text().split(), ["-t", "-i"])
        done = run(*base, "--bcc", "secret@example.cn", *self.sendmail(script))
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(words.read_text().split(), ["-i", "--", "zhang@example.cn", "secret@example.cn"])
        done = run(*base, *self.sendmail("echo 'mailbox unknown' >&2; exit 67\n"))
        self.assertEqual(done.returncode, 74)
        self.assertIn("67", done.stderr.decode())
        self.assertIn("mailbox unknown", done.stderr.decode())
        start = time.monotonic()
        done = run(*base, *self.sendmail("exec sleep 30\n"), "--timeout", "1")
        self.assertEqual(done.returncode, 74)
        self.assertLess(time.monotonic() - start, 6)

    @unittest.skipUnless(shutil.which("swaks"), "swaks is not installed")
    def test_swaks(self):
        file = self.folder / "swaks.eml"
        file.write_bytes(self.message())
        with servers.honest() as (port, box):
            done = subprocess.run(["swaks", "--server", f"127.0.0.1:{port}", "--from", "cw@example.cn", "--to",
                                   "zhang@example.cn", "--data", f"@{file}", "--silent", "2"], capture_output=True, timeout=60)
            self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(box.messages[0][2].rstrip(b"\r\n"), file.read_bytes().rstrip(b"\r\n"))

    @unittest.skipUnless(shutil.which("msmtp"), "msmtp is not installed")
    def test_msmtp(self):
        with servers.honest() as (port, box):
            program = self.folder / "msmtp.sh"
            program.write_text(f"#!/bin/sh\nexec msmtp --file=/dev/null --host=127.0.0.1 --port={port} --timeout=10 "
                               "--from=cw@example.cn \"$@\"\n")
            program.chmod(0o700)
            done = run("email", self.out, "--to", LEADER, "--bcc", "b@example.cn", "--from", SENDER, "--date", "2024-01-20",
                       "--sendmail", "--sendmail-command", program)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            done = run("email", self.out, "--to", LEADER, "--from", SENDER, "--date", "2024-01-20", "--sendmail",
                       "--sendmail-command", program)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(box.messages[0][1], ["zhang@example.cn", "b@example.cn"])
        self.assertEqual(box.messages[1][1], ["zhang@example.cn"])
        for message in box.messages:
            read(message[2])

    # By project.

    def submission(self, addresses):
        """The sample with leaders and addresses; `addresses` in the order of projects.csv."""
        folder = self.folder / "填报"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(ROOT / "Samples/jsmi-2023", folder)
        rows = list(csv.reader(io.StringIO((folder / "projects.csv").read_bytes().decode("gb18030"))))
        leader, mailbox = rows[0].index("项目负责人"), rows[0].index("邮箱")
        self.addresses = {row[rows[0].index("项目名称")]: address for row, address in zip(rows[1:], addresses)}
        for row, address in zip(rows[1:], addresses):
            row[leader], row[mailbox] = "王工", address
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        (folder / "projects.csv").write_bytes(text.getvalue().encode("gb18030"))
        return folder

    def test_by_project(self):
        folder = self.submission([f"p{n}@example.cn" for n in range(7)])
        out = self.folder / "报告二"
        self.assertEqual(run("report", folder, "-o", out, "--date", "2024-01-15", "-q").returncode, 0)
        mails = self.folder / "催报"
        base = ["email", out, "--by-project", "--submission", folder, "--from", SENDER, "--date", "2024-01-20"]
        done = run(*base, "-o", mails)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(done.stderr.decode().count("没有填写邮箱"), 1)
        documents = json.loads((out / "manifest.json").read_bytes())["documents"]
        files = sorted(mails.iterdir())
        self.assertEqual(len(files), 7)
        for file in files:
            made = read(file.read_bytes())
            project = file.stem.split("-", 1)[1]
            self.assertEqual(made["to"].addresses[0].addr_spec, self.addresses[project])
            self.assertEqual(made["to"].addresses[0].display_name, "王工")
            self.assertIn(project, made["subject"])
            sheets = {d["path"].split("/")[-1]: d["path"] for d in documents if d.get("project") == project}
            attached = {p.get_filename(): p.get_payload(decode=True) for p in made.iter_attachments()}
            self.assertEqual(len(sheets), 2)
            for name, path in sheets.items():
                self.assertEqual(attached[name], (out / path).read_bytes())
            self.assertEqual(lint.faults(made.get_body(("html",)).get_content()), [])
        with servers.honest() as (port, box):
            done = run(*base, "--send", "--smtp", f"smtp://127.0.0.1:{port}")
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual([m[2] for m in box.messages], [f.read_bytes() for f in files])

    def test_by_project_goes_on_after_a_refusal(self):
        folder = self.submission(["a@example.cn", "refused@example.cn", "c@example.cn"])
        with servers.honest() as (port, box):
            done = run("email", "--by-project", "--submission", folder, "--from", SENDER, "--send", "--smtp",
                       f"smtp://127.0.0.1:{port}")
        self.assertEqual(done.returncode, 74)
        self.assertIn("已发出2封", done.stderr.decode())
        self.assertEqual(sorted(m[1] for m in box.messages), [["a@example.cn"], ["c@example.cn"]])

    def test_by_project_before_all_is_filed(self):
        """The round of reminders: errors are what the mails are about, and no report is needed."""
        folder = self.submission(["a@example.cn"] * 8)
        done = run("email", "--by-project", "--submission", folder, "--from", SENDER, "--dry-run")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        (folder / "actuals" / sorted(p.name for p in (folder / "actuals").iterdir())[0]).unlink()
        mails = self.folder / "催报二"
        done = run("email", "--by-project", "--submission", folder, "--from", SENDER, "-o", mails)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertTrue(any("须改正" in read(f.read_bytes())["subject"] for f in mails.iterdir()))
        folder = self.submission(["bad address"])
        self.assertEqual(run("email", "--by-project", "--submission", folder, "--from", SENDER, "--dry-run").returncode, 1)
        self.assertEqual(run("email", "--by-project", "--submission", ROOT / "Samples/jsmi-2023", "--from", SENDER,
                             "--dry-run").returncode, 64)


def _resolves_here(name):
    import socket
    try:
        found = {info[4][0] for info in socket.getaddrinfo(name, 25, socket.AF_INET)}
    except OSError:
        return False
    return bool(found) and all(a.startswith("127.") for a in found)


if __name__ == "__main__":
    unittest.main(verbosity=2)
