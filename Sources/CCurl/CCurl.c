#include "CCurl.h"

#ifdef JIXIAO_SMTP
#include <ctype.h>
#include <curl/curl.h>
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

// The functions of libcurl in use.
typedef struct {
  CURLcode (*global_init)(long);
  CURL *(*easy_init)(void);
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_perform)(CURL *);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  void (*easy_cleanup)(CURL *);
  const char *(*easy_strerror)(CURLcode);
  struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
  void (*slist_free_all)(struct curl_slist *);
} curl_functions;

static int load(curl_functions *curl) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  curl->global_init = (CURLcode (*)(long))dlsym(library, "curl_global_init");
  curl->easy_init = (CURL * (*)(void)) dlsym(library, "curl_easy_init");
  curl->easy_setopt = (CURLcode (*)(CURL *, CURLoption, ...))dlsym(library, "curl_easy_setopt");
  curl->easy_perform = (CURLcode (*)(CURL *))dlsym(library, "curl_easy_perform");
  curl->easy_getinfo = (CURLcode (*)(CURL *, CURLINFO, ...))dlsym(library, "curl_easy_getinfo");
  curl->easy_cleanup = (void (*)(CURL *))dlsym(library, "curl_easy_cleanup");
  curl->easy_strerror = (const char *(*)(CURLcode))dlsym(library, "curl_easy_strerror");
  curl->slist_append =
      (struct curl_slist * (*)(struct curl_slist *, const char *)) dlsym(library, "curl_slist_append");
  curl->slist_free_all = (void (*)(struct curl_slist *))dlsym(library, "curl_slist_free_all");
  return curl->global_init && curl->easy_init && curl->easy_setopt && curl->easy_perform &&
         curl->easy_getinfo && curl->easy_cleanup && curl->easy_strerror && curl->slist_append &&
         curl->slist_free_all;
}

typedef struct {
  const jixiao_mail *mail;
  size_t offset;
} source;

static size_t read_message(char *buffer, size_t size, size_t count, void *data) {
  source *from = data;
  size_t room = size * count, left = from->mail->message_size - from->offset;
  size_t length = left < room ? left : room;
  memcpy(buffer, from->mail->message + from->offset, length);
  from->offset += length;
  return length;
}

// Nothing the server says may reach standard output.
static size_t ignore(char *buffer, size_t size, size_t count, void *data) {
  (void)buffer, (void)data;
  return size * count;
}

// The command sent, by its first word; what follows AUTH is never looked at.
static void note_command(jixiao_mail_result *result, const char *text, size_t size) {
  static const char *const known[] = {"EHLO", "HELO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA"};
  for (size_t index = 0; index < sizeof known / sizeof known[0]; index++) {
    size_t length = strlen(known[index]);
    if (size < length || memcmp(text, known[index], length) != 0) continue;
    snprintf(result->command, sizeof result->command, "%s", known[index]);
    if (index != 5) return;
    const char *open = memchr(text, '<', size);
    const char *close = open ? memchr(open, '>', size - (size_t)(open - text)) : NULL;
    if (close)
      snprintf(result->recipient, sizeof result->recipient, "%.*s", (int)(close - open - 1), open + 1);
    return;
  }
}

// A reply line; the lines of a refusal are kept together, other replies replace one another.
static void note_reply(jixiao_mail_result *result, const char *text, size_t size) {
  while (size && (text[size - 1] == '\n' || text[size - 1] == '\r')) size--;
  if (size < 3 || !isdigit((unsigned char)text[0])) return;
  size_t used = strlen(result->words);
  int is_refusal = text[0] == '4' || text[0] == '5';
  int had_refusal = used && (result->words[0] == '4' || result->words[0] == '5');
  if (!is_refusal && had_refusal) return;
  if (!is_refusal || !had_refusal) used = 0;
  if (used + size + 4 >= sizeof result->words) return;
  if (used) used += (size_t)snprintf(result->words + used, sizeof result->words - used, " / ");
  snprintf(result->words + used, sizeof result->words - used, "%.*s", (int)size, text);
}

static int note(CURL *handle, curl_infotype type, char *text, size_t size, void *data) {
  (void)handle;
  if (type == CURLINFO_HEADER_OUT) note_command(data, text, size);
  if (type == CURLINFO_HEADER_IN) note_reply(data, text, size);
  return 0;
}

int jixiao_send_mail(const jixiao_mail *mail, jixiao_mail_result *result) {
  memset(result, 0, sizeof *result);
  curl_functions curl;
  memset(&curl, 0, sizeof curl);
  result->code = -1;
  if (!load(&curl) || curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return 0;
  CURL *handle = curl.easy_init();
  if (!handle) return 0;
  struct curl_slist *recipients = NULL;
  for (size_t index = 0; index < mail->recipient_count; index++)
    recipients = curl.slist_append(recipients, mail->recipients[index]);
  source from = {mail, 0};
  int failed = 0;
#define SET(option, value) failed |= curl.easy_setopt(handle, option, value) != CURLE_OK
  SET(CURLOPT_URL, mail->url);
#if LIBCURL_VERSION_NUM >= 0x075500
  SET(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
#endif
  SET(CURLOPT_PROXY, "");
  SET(CURLOPT_NOSIGNAL, 1L);
  SET(CURLOPT_USE_SSL, (long)(mail->requires_encryption ? CURLUSESSL_ALL : CURLUSESSL_TRY));
  SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  SET(CURLOPT_SSL_VERIFYPEER, mail->proves_certificate ? 1L : 0L);
  SET(CURLOPT_SSL_VERIFYHOST, mail->proves_certificate ? 2L : 0L);
  if (mail->authorities) SET(CURLOPT_CAINFO, mail->authorities);
  if (mail->user) SET(CURLOPT_USERNAME, mail->user);
  if (mail->user) SET(CURLOPT_PASSWORD, mail->password);
  SET(CURLOPT_MAIL_FROM, mail->sender);
  SET(CURLOPT_MAIL_RCPT, recipients);
  SET(CURLOPT_UPLOAD, 1L);
  SET(CURLOPT_READFUNCTION, read_message);
  SET(CURLOPT_READDATA, &from);
  SET(CURLOPT_INFILESIZE_LARGE, (curl_off_t)mail->message_size);
  SET(CURLOPT_WRITEFUNCTION, ignore);
  SET(CURLOPT_CONNECTTIMEOUT, mail->connect_seconds);
  SET(CURLOPT_TIMEOUT, mail->total_seconds);
#ifdef CURLOPT_SERVER_RESPONSE_TIMEOUT
  SET(CURLOPT_SERVER_RESPONSE_TIMEOUT, mail->total_seconds);
#else
  SET(CURLOPT_FTP_RESPONSE_TIMEOUT, mail->total_seconds);
#endif
  SET(CURLOPT_ERRORBUFFER, result->detail);
  SET(CURLOPT_VERBOSE, 1L);
  SET(CURLOPT_DEBUGFUNCTION, note);
  SET(CURLOPT_DEBUGDATA, result);
#undef SET
  CURLcode code = failed ? CURLE_FAILED_INIT : curl.easy_perform(handle);
  result->code = (int)code;
  curl.easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &result->reply);
  result->is_uploaded = from.offset == mail->message_size;
  if (!result->detail[0] && code != CURLE_OK)
    snprintf(result->detail, sizeof result->detail, "%s", curl.easy_strerror(code));
  // What QUIT brings is no part of the answer.
  jixiao_mail_result afterwards = *result;
  curl.easy_setopt(handle, CURLOPT_DEBUGDATA, &afterwards);
  curl.easy_setopt(handle, CURLOPT_ERRORBUFFER, NULL);
  curl.easy_cleanup(handle);
  curl.slist_free_all(recipients);
  return code == CURLE_OK && result->is_uploaded && result->reply / 100 == 2;
}

#else

int jixiao_send_mail(const jixiao_mail *mail, jixiao_mail_result *result) {
  (void)mail;
  result->code = -1;
  return 0;
}

#endif
