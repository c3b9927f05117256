// Why a message was not sent: one Chinese sentence, with the server's own words where it said something.

/// A message that was not handed over; the tool ends with status 74.
struct MailFault: Error, Hashable {
  /// Without a full stop.
  let message: String
  /// Whether only some recipient was refused, so that other messages may still go out.
  var concernsRecipient = false
}
