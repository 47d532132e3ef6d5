#include <gtest/gtest.h>

#include <initializer_list>
#include <string_view>

#include "app/bench/grpc_connection.h"

namespace aurigraph::bench {
namespace {

Bytes frame(std::uint8_t type, std::uint8_t flags, const Bytes& payload) {
  Bytes out{0, 0, static_cast<std::uint8_t>(payload.size()), type, flags, 0, 0, 0, 1};
  out.insert(out.end(), payload.begin(), payload.end());
  return out;
}

Bytes joined(std::initializer_list<Bytes> parts) {
  Bytes out;
  for (const Bytes& part : parts) out.insert(out.end(), part.begin(), part.end());
  return out;
}

// What a server says to a call: settings, a header, a message of three bytes, trailers.
Bytes answer() {
  return joined(
      {frame(4, 0, {}), frame(1, 4, {0x88}), frame(0, 0, {0, 0, 0, 0, 3, 7, 8, 9}), frame(1, 5, {0x88})});
}

TEST(GrpcConnection, ACallStandsOnTheWireAsRfc9113Says) {
  GrpcConnection connection;
  Bytes out;
  GrpcConnection::greet(out);
  EXPECT_EQ(std::string_view(reinterpret_cast<const char*>(out.data()), 24),
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
  out.clear();
  const Bytes message{1, 2};
  connection.call("/a.B/C", message, out);
  EXPECT_EQ(out[3], 1);  // HEADERS, its end
  EXPECT_EQ(out[4], 4);
  EXPECT_EQ(out[8], 1);  // stream 1
  const std::size_t data = 9 + out[2];
  const Bytes expected{0, 0, 7, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 2, 1, 2};
  EXPECT_EQ(Bytes(out.begin() + static_cast<std::ptrdiff_t>(data), out.end()), expected);
}

TEST(GrpcConnection, AnAnswerIsFoundHoweverItIsCut) {
  const Bytes bytes = answer();
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    GrpcConnection connection;
    Bytes out;
    connection.call("/a.B/C", {}, out);
    out.clear();
    const auto first = connection.received(ByteView(bytes).first(cut), out);
    const auto second = connection.received(ByteView(bytes).subspan(cut), out);
    ASSERT_TRUE(first.has_value() && second.has_value());
    const auto& done = *first ? *first : *second;
    ASSERT_TRUE(done.has_value()) << cut;
    EXPECT_EQ(*done, (Bytes{7, 8, 9}));
    EXPECT_EQ(out, frame(4, 1, {}).size() == out.size() ? out : Bytes{}) << "settings are acknowledged once";
  }
}

TEST(GrpcConnection, APingIsAnswered) {
  GrpcConnection connection;
  Bytes out;
  const Bytes payload{1, 2, 3, 4, 5, 6, 7, 8};
  ASSERT_TRUE(connection.received(frame(6, 0, payload), out).has_value());
  ASSERT_EQ(out.size(), 17U);
  EXPECT_EQ(out[3], 6);
  EXPECT_EQ(out[4], 1);
  EXPECT_EQ(Bytes(out.begin() + 9, out.end()), payload);
}

TEST(GrpcConnection, AFailedCallIsNoAnswer) {
  GrpcConnection connection;
  Bytes out;
  connection.call("/a.B/C", {}, out);
  const auto got = connection.received(frame(1, 5, {0x88}), out);
  ASSERT_FALSE(got.has_value());
  EXPECT_EQ(got.error().code, "bench.refused");
}

TEST(GrpcConnection, FieldsAreReadAsTheyWereWritten) {
  Bytes inner{0x10, 0xAC, 0x02};  // field 2, varint 300
  Bytes message;
  putField(message, 1, inner);
  putField(message, 3, Bytes(200, 5));
  ASSERT_TRUE(bytesField(message, 1).has_value());
  EXPECT_EQ(varintField(*bytesField(message, 1), 2), 300U);
  EXPECT_EQ(bytesField(message, 3)->size(), 200U);
  EXPECT_FALSE(bytesField(message, 4).has_value());
  EXPECT_FALSE(varintField(Bytes{0x08}, 1).has_value());
}

}  // namespace
}  // namespace aurigraph::bench
