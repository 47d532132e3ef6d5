#include "core/wire/events/all.h"

#include "core/wire/field_codec.h"

namespace aurigraph::wire {

Bytes encode(const Event& event) {
  ByteWriter out;
  std::visit(
      [&]<class Each>(const Each& each) {
        out.integer(static_cast<std::uint16_t>(Each::kKind));
        FieldWriter writer(out);
        writer.whole(event.cause);
        writer.whole(each);
      },
      event.what);
  return out.take();
}

Result<Event> decodeEvent(ByteView bytes) {
  ByteReader in(bytes);
  const EventKind kind{in.integer<std::uint16_t>()};
  Event out;
  FieldReader reader(in);
  reader.whole(out.cause);
  const bool known = anyEventKind([&]<class Each>(const Each&) {
    if (kind != Each::kKind) return false;
    reader.whole(out.what.emplace<Each>());
    return true;
  });
  if (!known || !in.finished())
    return fail("event.malformed", "An event cannot be read.",
                "Fetch it again; if it stays, report the node.");
  return out;
}

}  // namespace aurigraph::wire
