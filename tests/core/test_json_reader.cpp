#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "../../wasm/src/json_reader.hpp"
#include "lookup/snapshot.hpp"
#include "test_files.hpp"

using lookup::json_number;

namespace {

/// Writes down what comes.
class Recorder final : public lookup::JsonEvents {
 public:
  bool null() override { return note("null"); }
  bool boolean(bool value) override { return note(value ? "true" : "false"); }
  bool number(std::string_view text) override { return note("number " + std::string{text}); }
  bool string(std::string& value) override { return note("string " + value); }
  bool start_object() override { return note("{"); }
  bool key(std::string& name) override { return note("key " + name); }
  bool end_object() override { return note("}"); }
  bool start_array() override { return note("["); }
  bool end_array() override { return note("]"); }
  void broken(std::size_t position) override { broken_at_ = position; }

  [[nodiscard]] const std::string& events() const { return events_; }
  [[nodiscard]] std::size_t broken_at() const { return broken_at_; }

 private:
  bool note(std::string_view event) {
    events_.append(event).append("\n");
    return true;
  }

  std::string events_;
  std::size_t broken_at_ = std::string::npos;
};

/// What nlohmann's parser makes of a text: the slow twin. It gives whole numbers by their value.
class SlowTwin final : public nlohmann::json_sax<nlohmann::ordered_json> {
 public:
  explicit SlowTwin(Recorder& recorder) : recorder_(recorder) {}

  bool null() override { return recorder_.null(); }
  bool boolean(bool value) override { return recorder_.boolean(value); }
  bool number_integer(number_integer_t value) override { return recorder_.number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return recorder_.number(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& text) override { return recorder_.number(text); }
  bool string(string_t& value) override { return recorder_.string(value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return recorder_.start_object(); }
  bool key(string_t& name) override { return recorder_.key(name); }
  bool end_object() override { return recorder_.end_object(); }
  bool start_array(std::size_t) override { return recorder_.start_array(); }
  bool end_array() override { return recorder_.end_array(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::ordered_json::exception&) override { return false; }

 private:
  Recorder& recorder_;
};

/// Both must take or refuse a text, and make the same of one that they take.
bool check(const std::string& json) {
  Recorder quick;
  const bool read = lookup::read_json(json, quick);
  Recorder slow;
  SlowTwin twin{slow};
  const bool is_json = nlohmann::ordered_json::sax_parse(json, &twin);
  INFO(json.substr(0, 2000));
  CHECK(read == is_json);
  CHECK(read == (quick.broken_at() == std::string::npos));
  if (read && is_json) CHECK(quick.events() == slow.events());
  return read;
}

}  // namespace

TEST_CASE("snapshots are read as by nlohmann's parser") {
  for (const char* file : {"data/entity-list.json", "data/other-lists.json", "tests/fixtures/entity-list-small.json",
                           "tests/fixtures/other-lists-small.json"})
    CHECK(check(read_test_file(file)));
}

TEST_CASE("a snapshot with bytes changed, added or taken out is read or refused as by nlohmann's parser") {
  static const std::string bytes = "{}[]\",:\\/u0019adeE+-. \t\n\r\x01\x7f\x80\xc3\xa9\xed\xa0\xf0\x9f\x98\x80";
  const std::array<std::string, 2> wholes{read_test_file("tests/fixtures/entity-list-small.json"),
                                          read_test_file("tests/fixtures/other-lists-small.json")};
  std::mt19937 random{7};
  for (std::size_t round = 0; round < 8000; ++round) {
    std::string json = wholes[round % wholes.size()];
    for (std::size_t edits = 1 + random() % 2; edits > 0; --edits) {
      const std::size_t at = random() % json.size();
      const char byte = bytes[random() % bytes.size()];
      switch (random() % 3) {
        case 0:
          json[at] = byte;
          break;
        case 1:
          json.insert(at, 1, byte);
          break;
        default:
          json.erase(at, 1);
      }
    }
    check(json);
  }
}

TEST_CASE("texts, escapes, numbers, words and brackets of every kind are read or refused as by nlohmann's parser") {
  for (const char* text : {"a",
                           "\\\"\\\\\\/\\b\\f\\n\\r\\t",
                           "\\u0041\\u00e9\\u4E2d",
                           "\\ud83d\\ude00",
                           "\\uD83D\\uDE00",
                           "\\ud83d",
                           "\\ud83dx",
                           "\\ud83d\\n",
                           "\\ud83d\\u0041",
                           "\\ude00",
                           "\\udfff\\ud800",
                           "\\u0000",
                           "\\uffff",
                           "\\x",
                           "\\u12",
                           "\\u12g4",
                           "\xc3\xa9",
                           "\xed\xa0\x80",
                           "\xf0\x9f\x98\x80",
                           "\xff",
                           "\xc3",
                           "\xc0\xaf",
                           "\x1f",
                           "\x7f",
                           "\"",
                           "\\"})
    check("[\"" + std::string{text} + "\"]");
  for (const char* number : {"0",
                             "1",
                             "01",
                             "-1",
                             "-01",
                             "-",
                             "1.0",
                             "1.",
                             ".5",
                             "1.5e3",
                             "1e3",
                             "1E+3",
                             "1e-3",
                             "1e",
                             "1e+",
                             "1e3.5",
                             "18446744073709551615",
                             "-9223372036854775808",
                             "1x",
                             "+1",
                             "0x1",
                             "NaN",
                             "Infinity",
                             ""}) {
    check(number);
    check(std::string{"["} + number + "]");
    check(std::string{"{\"a\":"} + number + "}");
  }
  for (const char* json : {"",
                           " ",
                           "{",
                           "[",
                           "\"",
                           "{}",
                           "[]",
                           "{} ",
                           "{}x",
                           "{,}",
                           "[,]",
                           "[1,]",
                           "[1 2]",
                           "[[]]",
                           "[[],[]]",
                           "[}",
                           "{]",
                           "[[]",
                           "[]]",
                           "{\"a\":}",
                           "{\"a\"",
                           "{\"a\":1",
                           "{\"a\" :1 , \"b\": [ ] }",
                           "{1:1}",
                           "{\"a\":1,}",
                           "{\"a\":{\"a\":[{}]}}",
                           "tru",
                           "true",
                           "truex",
                           "false",
                           "fals",
                           "null",
                           "nul",
                           "nullnull",
                           "\"a\"\"b\"",
                           "1 1",
                           "// a\n1"})
    check(json);
}

TEST_CASE("what is no JSON is broken from the first byte on that makes it none") {
  struct Row {
    std::string json;
    std::size_t position;
  };
  const Row rows[] = {{"", 0},
                      {"[1, oops]", 4},
                      {"[1, ", 4},
                      {"{\"a\" 1}", 5},
                      {"[\"a\nb\"]", 3},
                      {"[truth]", 4},
                      {"[\"\\ud83dx\"]", 8},
                      {"[\"ab\xff\"]", 4},
                      {"[1]]", 3},
                      {"[\"\xe4\xb8", 4},
                      {std::string("[\0]", 3), 1}};
  for (const Row& row : rows) {
    INFO(row.json);
    Recorder recorder;
    CHECK_FALSE(lookup::read_json(row.json, recorder));
    CHECK(recorder.broken_at() == row.position);
  }
}

TEST_CASE("a number is the one that is written") {
  for (const char* text : {"0", "70", "12.5", "-3", "86.65", "99.99", "0.1", "0.30000000000000", "1e22", "1.5e-7",
                           "123456789012345", "1e300", "100000000000000000000"}) {
    INFO(text);
    CHECK(json_number(text) == Approx(std::strtod(text, nullptr)).epsilon(1e-14));
  }
  for (int hundredths = -100; hundredths <= 10'000; ++hundredths) {
    const std::string text = nlohmann::json(hundredths / 100.0).dump();
    REQUIRE(json_number(text) == hundredths / 100.0);
  }
  CHECK(std::isinf(json_number("1e999")));
  CHECK(json_number("1e-999") == 0);
  CHECK(json_number("0e999999999999") == 0);
  CHECK(json_number("0." + std::string(5000, '3')) == Approx(1.0 / 3));
  CHECK(std::isinf(json_number(std::string(5000, '3'))));
}

TEST_CASE("only digits that 64 bits hold are a whole number") {
  CHECK(lookup::whole_number("0") == 0U);
  CHECK(lookup::whole_number("18446744073709551615") == UINT64_MAX);
  for (const char* text : {"18446744073709551616", "-1", "1.0", "1e3", ""}) CHECK_FALSE(lookup::whole_number(text));
}
