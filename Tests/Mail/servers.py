"""SMTP servers on 127.0.0.1 for the tests of `jixiao email`: honest ones, and some that misbehave."""

import contextlib
import datetime
import ipaddress
import pathlib
import socket
import ssl
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "finance@example.cn", "密码 pa\"ss:word"


def certificate(folder: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    """A certificate for localhost and 127.0.0.1, good for an hour, and its key; both PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(minutes=5)).not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName(
            [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256()))
    certificate, private = folder / "certificate.pem", folder / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return certificate, private


class Mailbox:
    """Takes what arrives; refuses recipients that begin with `refused`."""

    def __init__(self):
        self.messages = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550-5.1.1 no such mailbox here\r\n550 5.1.1 ask the postmaster"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if b"X-Refuse" in envelope.content or any(a.startswith("full") for a in envelope.rcpt_tos):
            return "552 5.2.2 mailbox full"
        self.messages.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.content,
                              server.transport.get_extra_info("sslcontext") is not None, getattr(session, "authenticated", False)))
        return "250 2.0.0 taken"


def authenticator(server, session, envelope, mechanism, data):
    """Knows one user."""
    good = isinstance(data, LoginPassword) and (data.login.decode(), data.password.decode()) == (USER, PASSWORD)
    return AuthResult(success=good, handled=good)


class _Controller(Controller):
    def __init__(self, box, tls=None, starttls=None, auth=False):
        self.smtp = dict(tls_context=starttls, require_starttls=starttls is not None, auth_required=auth,
                         authenticator=authenticator if auth else None,
                         auth_require_tls=starttls is not None, timeout=10)
        super().__init__(box, hostname="127.0.0.1", port=0, ssl_context=tls, ready_timeout=10)

    def factory(self):
        return SMTP(self.handler, hostname="localhost", **self.smtp)

    def _trigger_server(self):
        # The port is given by the system; the controller's own probe would ask for port 0.
        self.port = self.server.sockets[0].getsockname()[1]
        with socket.create_connection(("127.0.0.1", self.port), 5) as probe:
            if self.ssl_context is None:
                probe.recv(64)
            else:
                context = ssl._create_unverified_context()
                with context.wrap_socket(probe) as wrapped:
                    wrapped.recv(64)


@contextlib.contextmanager
def honest(pair=None, mode="plain", auth=False):
    """A server that works: `plain`, `starttls` or `smtps`. Yields its port and mailbox."""
    box = Mailbox()
    context = None
    if mode != "plain":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*pair)
    controller = _Controller(box, tls=context if mode == "smtps" else None,
                             starttls=context if mode == "starttls" else None, auth=auth)
    controller.start()
    try:
        yield controller.port, box
    finally:
        controller.stop()


@contextlib.contextmanager
def crooked(behaviour):
    """A server of one connection after another that behaves as the function says; closed at the end."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.2)
    done = threading.Event()

    def serve():
        while not done.is_set():
            try:
                connection, _ = listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            with connection:
                connection.settimeout(10)
                with contextlib.suppress(OSError):
                    behaviour(connection, done)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        done.set()
        listener.close()
        thread.join(15)


def _lines(connection):
    file = connection.makefile("rb")
    while line := file.readline():
        yield line


def silent(connection, done):
    """Accepts and never says a word."""
    done.wait(20)


def hangs_after_data(connection, done):
    """Takes the whole message and never confirms it."""
    _converse(connection, done, at_end="hang")


def closes_amid_data(connection, done):
    """Hangs up after the first lines of the message."""
    _converse(connection, done, at_end="close early")


def closes_after_data(connection, done):
    """Hangs up after the last line, without an answer."""
    _converse(connection, done, at_end="close late")


def _converse(connection, done, at_end):
    connection.sendall(b"220 crooked\r\n")
    is_data, count = False, 0
    for line in _lines(connection):
        if is_data:
            count += 1
            if at_end == "close early" and count > 5:
                # Unread bytes in the buffer make the close a reset, as with a server that dies.
                return
            if line == b".\r\n":
                if at_end == "hang":
                    done.wait(20)
                return
            continue
        verb = line[:4].upper()
        if verb == b"EHLO":
            connection.sendall(b"250-crooked\r\n250 8BITMIME\r\n")
        elif verb == b"DATA":
            is_data = True
            connection.sendall(b"354 go on\r\n")
        elif verb == b"QUIT":
            connection.sendall(b"221 bye\r\n")
            return
        else:
            connection.sendall(b"250 OK\r\n")
