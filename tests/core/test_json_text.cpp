#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "../../wasm/src/json_text.hpp"
#include "test_files.hpp"

using lookup::json_text;
using nlohmann::ordered_json;

TEST_CASE("JSON is written as nlohmann's serializer writes it") {
  for (const char* file : {"data/schema.json", "tests/fixtures/other-lists-small.json"}) {
    const auto json = ordered_json::parse(read_test_file(file));
    CHECK(json_text(json) == json.dump());
  }
  for (const char* text : {"null", "true", "[]", "{}", "[[],{}]", "[1,-2,3.5,70.0,0.05,1e300,18446744073709551615]",
                           R"({"a":[null,false,{"b":"c"}],"":""})"}) {
    const auto json = ordered_json::parse(text);
    CHECK(json_text(json) == json.dump());
  }
}

TEST_CASE("every character of a text is written so that it is read again") {
  std::string text;
  for (char c = 1; c > 0; ++c) text += c;
  text += "é中😀";
  CHECK(json_text(text) == ordered_json(text).dump());
  CHECK(json_text(std::string(1, '\0')) == R"("\u0000")");
}

TEST_CASE("what is not UTF-8 is replaced, and the text around it stays") {
  CHECK(json_text("a\xff"
                  "b") == "\"a\uFFFDb\"");
  CHECK(json_text("\xe4\xb8\"") == "\"\uFFFD\uFFFD\\\"\"");
  CHECK(json_text("\xed\xa0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");
}
