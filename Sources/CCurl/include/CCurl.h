// Sending one message through libcurl, which is loaded only when something is sent: linked, it would cost every
// command some 6 ms of start-up (33 libraries behind it). Its setopt is variadic, so all calls are made here.
#pragma once
#include <stddef.h>

/// One message on its way. All texts end with NUL; nil where something does not apply.
typedef struct {
  /// `smtp://host:port` or `smtps://host:port`.
  const char *url;
  const char *sender;
  const char *const *recipients;
  size_t recipient_count;
  const unsigned char *message;
  size_t message_size;
  const char *user;
  const char *password;
  /// Certificates to trust instead of the system's, PEM.
  const char *authorities;
  /// Whether an unencrypted connection is refused.
  int requires_encryption;
  /// Whether the server's certificate is proven.
  int proves_certificate;
  /// Seconds until a connection stands, and for everything together.
  long connect_seconds;
  long total_seconds;
} jixiao_mail;

/// How it went.
typedef struct {
  /// libcurl's code, 0 where it raised no objection; -1 where there is no libcurl.
  int code;
  /// The last reply's number, 0 for none.
  long reply;
  /// Whether the whole message was handed over.
  int is_uploaded;
  /// The command the server answered last: EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA, or empty.
  char command[16];
  /// The address of the last RCPT.
  char recipient[320];
  /// The server's last refusal in its own words, or its last reply.
  char words[600];
  /// libcurl's own words.
  char detail[256];
} jixiao_mail_result;

/// Sends it. 1 only where the server took the message (2xx after its last line) and libcurl had no objection.
int jixiao_send_mail(const jixiao_mail *mail, jixiao_mail_result *result);
