#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <tuple>

#include "lookup/sha256.hpp"
#include "lookup/snapshot.hpp"
#include "snapshot_refusals.hpp"
#include "test_files.hpp"

using namespace lookup;

namespace {

const std::string& small_snapshot() {
  static const std::string text = read_test_file("tests/fixtures/entity-list-small.json");
  return text;
}

std::string changed(const std::string& from, const std::string& to) {
  return changed_snapshot(small_snapshot(), from, to);
}

void check_refused(const std::vector<Refusal>& rows, ErrorCode code) {
  check_snapshot_refused(small_snapshot(), rows, code);
}

constexpr std::nullopt_t none = std::nullopt;

}  // namespace

TEST_CASE("A snapshot loads and is written back byte for byte") {
  const auto loaded = load_snapshot(small_snapshot());
  REQUIRE(loaded.ok());
  const List& list = loaded.value();
  CHECK(write_snapshot(list) == small_snapshot());
  CHECK(list.sha256 == small_snapshot().substr(small_snapshot().find("sha256") + 10, 64));
  REQUIRE(list.entries.size() == 6);
  CHECK(list.entries[2].name == "Café Šipka Trading");
  CHECK(list.entries[3].parent == "Morgentau Holding (MTH)");
  CHECK(list.entries[3].name == "Morgentau \"Blue\" Devices");
  CHECK(list.entries[4].name == list.entries[4].published_name);
  CHECK(list.entries[4].acronyms == std::vector<std::string>{"QIMP"});
  CHECK(list.entries[5].addresses.at(1).country == "HK");
  CHECK(list.lists.at(0).source_title ==
        "Consolidated Screening List, International Trade Administration, U.S. "
        "Department of Commerce");
}

TEST_CASE("What is written loads as it was, with every character that JSON escapes") {
  auto loaded = load_snapshot(small_snapshot());
  REQUIRE(loaded.ok());
  List list = std::move(loaded).value();
  Entry& entry = list.entries.back();
  entry.aliases = {"quote \" backslash \\ slash /", "tab \t line \n", "中文 русский العربية", "𝔸 \u2028"};
  list.lists[0].name_count += 2;
  const std::string text = write_snapshot(list);
  const auto again = load_snapshot(text);
  REQUIRE(again.ok());
  CHECK(again.value().entries.back().aliases == entry.aliases);
  CHECK(write_snapshot(again.value()) == text);
  CHECK(text.find("中文 русский العربية") != std::string::npos);
}

TEST_CASE("The same list in another layout loads too") {
  std::string text = small_snapshot();
  for (std::size_t at = 0; (at = text.find(",\n", at)) != std::string::npos; at += 4) text.replace(at, 2, " ,\r\n");
  text = sealed(text);
  const auto loaded = load_snapshot(text);
  REQUIRE(loaded.ok());
  const std::string usual = write_snapshot(loaded.value());
  CHECK(usual == small_snapshot());
}

TEST_CASE("An empty snapshot is said to be empty") {
  for (const std::string text : {"", " ", "\r\n\t \n"}) CHECK(error_of(text).code == ErrorCode::snapshot_empty);
  std::string text = small_snapshot();
  const std::size_t begin = text.find("\"entries\": [") + 12;
  text.erase(begin, text.rfind("]") - begin);
  CHECK(error_of(sealed(text)).code == ErrorCode::snapshot_empty);
}

TEST_CASE("A snapshot cut off anywhere is said to be cut off") {
  const std::string& text = small_snapshot();
  // Without the last line end it is whole JSON again, and its checksum tells.
  CHECK(error_of(text.substr(0, text.size() - 1)).code == ErrorCode::snapshot_wrong_hash);
  for (std::size_t length = 1; length < text.size() - 1; ++length) {
    const Error error = error_of(text.substr(0, length));
    INFO(length << ": " << describe(error));
    REQUIRE(error.code == ErrorCode::snapshot_truncated);
    REQUIRE(error.detail == "byte " + std::to_string(length));
  }
}

TEST_CASE("A snapshot with any one byte changed is not loaded") {
  const std::string& text = small_snapshot();
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const char byte : {' ', '0', '"', '{', '\xFF', '\0'}) {
      if (text[at] == byte) continue;
      std::string broken = text;
      broken[at] = byte;
      REQUIRE_FALSE(load_snapshot(broken).ok());
    }
    std::string flipped = text;
    flipped[at] = static_cast<char>(flipped[at] ^ 1);
    REQUIRE_FALSE(load_snapshot(flipped).ok());
    REQUIRE_FALSE(load_snapshot(text.substr(0, at) + text.substr(at + 1)).ok());
  }
}

TEST_CASE("What is not JSON is refused with the byte") {
  const std::string& text = small_snapshot();
  struct Row {
    std::string why;
    std::string json;
  };
  const Row rows[] = {
      {"an error page", "<!DOCTYPE html><html></html>"},
      {"text after the end", text + "x"},
      {"a second document", text + text},
      {"a trailing comma", changed("\"EL\",\"title\"", "\"EL\",,\"title\"")},
      {"a comment", "// list\n" + text},
      {"single quotes", changed("\"EL\"", "'EL'")},
      {"a raw line break in a string", changed("Zimtstern Optics", "Zimtstern\nOptics")},
      {"a NUL after the end", text + std::string(1, '\0')},
      {"a NUL in a string", changed("Zimtstern Optics", std::string("Zimtstern\0Optics", 16))},
      {"bytes that are not UTF-8", changed("Zimtstern Optics", "Zimtstern \xE9 Optics")},
      {"an overlong form", changed("Zimtstern Optics", "Zimtstern \xC0\xAF Optics")},
      {"a surrogate in UTF-8", changed("Zimtstern Optics", "Zimtstern \xED\xA0\x80 Optics")},
      {"half an escaped surrogate", changed("Zimtstern Optics", "Zimtstern \\ud800 Optics")},
      {"NaN", changed("\"entry_count\":6", "\"entry_count\":NaN")},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    const Error error = error_of(row.json);
    CHECK(error.code == ErrorCode::snapshot_not_json);
    CHECK(error.detail.starts_with("byte "));
  }
  CHECK(error_of("[1, oops]").detail == "byte 5");
}

TEST_CASE("A snapshot nested deeper than any list ends the reading at once") {
  CHECK(error_of(std::string(100'000'000, '[')).code == ErrorCode::snapshot_too_deep);
  std::string objects;
  for (int i = 0; i < 1000; ++i) objects += "{\"a\":";
  CHECK(error_of(objects).code == ErrorCode::snapshot_too_deep);
  CHECK(error_of(changed("\"ZSO\"", "[[[\"ZSO\"]]]")).code == ErrorCode::snapshot_too_deep);
}

TEST_CASE("A snapshot of another version is said to be of another version, whatever else it holds") {
  const Error error = error_of(changed("\"schema_version\": 1", "\"schema_version\": 2"));
  CHECK(error.code == ErrorCode::snapshot_wrong_version);
  CHECK(error.field == "schema_version");
  CHECK(error.detail == "2");
  CHECK(error_of("{\"new\": 1, \"schema_version\": 2}").code == ErrorCode::snapshot_wrong_version);
}

TEST_CASE("A broken snapshot is said to be broken before its fields are") {
  CHECK(error_of("{\"unknown\": 1, ").code == ErrorCode::snapshot_truncated);
  CHECK(error_of("{\"schema_version\": 2, ").code == ErrorCode::snapshot_truncated);
  CHECK(error_of("{\"unknown\": 1, oops}").code == ErrorCode::snapshot_not_json);
}

TEST_CASE("A snapshot that lacks a field is refused with the field") {
  check_refused(
      {
          {"\"schema_version\": 1,", "", none, "schema_version"},
          {"\"code\":\"EL\",", "", none, "lists.code"},
          {"\"title\":\"Entity List\",", "", none, "lists.title"},
          {"\"as_of\":\"2026-01-31\",", "", none, "lists.as_of"},
          {",\"url\":\"https://www.trade.gov/consolidated-screening-list\"", "", none, "lists.source.url"},
          {"\"entry_count\":6,", "", none, "lists.entry_count"},
          {",\"name_count\":15", "", none, "lists.name_count"},
          {"\"id\":\"8d3faa250ed8c0aee0839756bcabfcb81eed718c\",", "", 2, "id"},
          {"\"list\":\"EL\",\"published_name\":\"Zimtstern", "\"published_name\":\"Zimtstern", 6, "list"},
          {"\"published_name\":\"Zimtstern Optics Co., Ltd.,\",", "", 6, "published_name"},
      },
      ErrorCode::snapshot_field_missing);
  CHECK(error_of("{}").field == "schema_version");
  CHECK(error_of("{}").code == ErrorCode::snapshot_field_missing);
}

TEST_CASE("A snapshot with a field that no list holds is refused with entry and field") {
  check_refused(
      {
          {"\"lists\": [", "\"extra\": 1, \"lists\": [", none, "extra"},
          {"\"schema_version\": 1,", "\"schema_version\": 1, \"schema_version\": 1,", none, "schema_version"},
          {"\"schema_version\": 1,", "\"schema_version\": \"1\",", none, "schema_version"},
          {"\"schema_version\": 1,", "\"schema_version\": 1.0,", none, "schema_version"},
          {"\"schema_version\": 1,", "\"schema_version\": -1,", none, "schema_version"},
          {"\"lists\": [", "\"policies\": {}, \"lists\": [", none, "policies"},
          {"\"title\":\"Entity List\",", "\"name\":\"Entity List\",", none, "lists.name"},
          {"\"title\":\"Entity List\",", "\"title\":null,", none, "lists.title"},
          {"\"title\":\"Entity List\",", "\"title\":\"\",", none, "lists.title"},
          {"\"code\":\"EL\"", "\"code\":\"el\"", none, "lists.code"},
          {"\"as_of\":\"2026-01-31\"", "\"as_of\":\"2026-01-32\"", none, "lists.as_of"},
          {"https://www.trade.gov", "javascript:alert(1)//www.trade.gov", none, "lists.source.url"},
          {"\"entry_count\":6", "\"entry_count\":6.0", none, "lists.entry_count"},
          {"\"entry_count\":6", "\"entry_count\":-6", none, "lists.entry_count"},
          {"\"entry_count\":6", "\"entry_count\":\"6\"", none, "lists.entry_count"},
          {"\"entry_count\":6", "\"entry_count\":4294967296", none, "lists.entry_count"},
          {"\"source\":{", "\"source\":{\"author\":\"x\",", none, "lists.source.author"},
          {"\"rf703e83b\": \"", "\"rF703E83B\": \"", none, "requirements"},
          {"\"rd2c42fd1\": \"", "\"r9b8cb989\": \"", none, "requirements"},
          {"\"rf703e83b\": \"", "\"r00000000\": \"", none, "requirements"},
          {"\"p81935103\": \"Policy of denial\"", "\"p81935103\": [\"Policy of denial\"]", none, "policies"},
          {"\"p81935103\": \"Policy of denial\"", "\"p81935103\": 5", none, "policies"},
          {"\"p81935103\": \"Policy of denial\"", "\"p81935103\": \"\"", none, "policies"},
          {"{\"id\":\"8d3faa", "5, {\"id\":\"8d3faa", 2, "entries"},
          {"{\"id\":\"8d3faa", "{\"score\":1, \"id\":\"8d3faa", 2, "score"},
          {"\"id\":\"8d3faa250ed8c0aee0839756bcabfcb81eed718c\"", "\"id\":\"\"", 2, "id"},
          {"\"id\":\"8d3faa250ed8c0aee0839756bcabfcb81eed718c\"", "\"id\":true", 2, "id"},
          {"\"id\":\"8d3faa250ed8c0aee0839756bcabfcb81eed718c\"", "\"id\":\"7bdf7dc0b23569d1cb79d7e4c63600526ae89f68\"",
           2, "id"},
          {"\"list\":\"EL\",\"published_name\":\"Zimtstern", "\"list\":\"DPL\",\"published_name\":\"Zimtstern", 6,
           "list"},
          {"\"published_name\":\"Zimtstern", "\"published_name\":\"A Zimtstern", 6, "published_name"},
          {"\"aliases\":[\"Zimtstern Photonics\",\"ZSO\"]", "\"aliases\":[\"Zimtstern Photonics\",5]", 6, "aliases"},
          {"\"aliases\":[\"Zimtstern Photonics\",\"ZSO\"]", "\"aliases\":[\"ZSO\",\"ZSO\"]", 6, "aliases"},
          {"\"aliases\":[\"Zimtstern Photonics\",\"ZSO\"]", "\"aliases\":[]", 6, "aliases"},
          {"\"aliases\":[\"Zimtstern Photonics\",\"ZSO\"]", "\"aliases\":[\"\"]", 6, "aliases"},
          {"\"aliases\":[\"Zimtstern Photonics\",\"ZSO\"]", "\"aliases\":\"ZSO\"", 6, "aliases"},
          {"\"aliases\":[\"Zimtstern Photonics\",\"ZSO\"]", "\"aliases\":{\"ZSO\":1}", 6, "aliases"},
          {"\"countries\":[\"CN\",\"HK\"]", "\"countries\":[\"CN\",\"hk\"]", 6, "countries"},
          {"\"countries\":[\"CN\",\"HK\"]", "\"countries\":[\"CN\",\"HKG\"]", 6, "countries"},
          {"{\"country\":\"HK\"}]", "{\"country\":\"Hong Kong\"}]", 6, "addresses.country"},
          {"{\"country\":\"HK\"}]", "{}]", 6, "addresses"},
          {"{\"country\":\"HK\"}]", "{\"city\":\"HK\"}]", 6, "addresses.city"},
          {"{\"country\":\"HK\"}]", "\"HK\"]", 6, "addresses"},
          {"\"start_date\":\"2019-10-09\"", "\"start_date\":\"2019-10-9\"", 6, "start_date"},
          {"\"start_date\":\"2019-10-09\"", "\"start_date\":20191009", 6, "start_date"},
          {"\"requirement\":\"rd2c42fd1\"", "\"requirement\":\"rd2c42fd2\"", 5, "requirement"},
          {"\"policy\":\"p81935103\"", "\"policy\":\"rd2c42fd1\"", 5, "policy"},
          {"\"footnotes\":[3]", "\"footnotes\":[6]", 5, "footnotes"},
          {"\"footnotes\":[3]", "\"footnotes\":[0]", 5, "footnotes"},
          {"\"footnotes\":[3]", "\"footnotes\":[3,3]", 5, "footnotes"},
          {"\"footnotes\":[3]", "\"footnotes\":[3.5]", 5, "footnotes"},
          {"\"footnotes\":[3]", "\"footnotes\":[\"3\"]", 5, "footnotes"},
          {"\"footnotes\":[3]", "\"footnotes\":3", 5, "footnotes"},
      },
      ErrorCode::snapshot_field_invalid);
  for (const std::string json : {"[]", "[{}]", "42", "\"list\"", "null", "true", "-1", "1.5"}) {
    INFO(json);
    CHECK(error_of(json).code == ErrorCode::snapshot_field_invalid);
  }
}

TEST_CASE("A snapshot with a text that the import would refuse is refused with entry and field") {
  const std::string aliases = "\"aliases\":[\"Zimtstern Photonics\",\"ZSO\"]";
  check_refused(
      {
          {"\"aliases\":[\"Zimtstern Photonics\"", "\"aliases\":[\"" + std::string(50'001, 'x') + "\"", 6, "aliases"},
          {"\"title\":\"Entity List\"", "\"title\":\"" + std::string(50'001, 'x') + "\"", none, "lists.title"},
          {"\"Policy of denial\"", "\"" + std::string(50'001, 'x') + "\"", none, "policies"},
          {"Unit 7, 3 Kite Lane", std::string(50'001, 'x'), 2, "addresses.text"},
          {"\"title\":\"Entity List\"", "\"title\":\"Entity\\u001b[2JList\"", none, "lists.title"},
          {"Zimtstern Photonics", "Zimtstern\\u0000Photonics", 6, "aliases"},
          {"Zimtstern Photonics", "Zimtstern\x7fPhotonics", 6, "aliases"},
          {"Unit 7, 3 Kite Lane", "Unit 7\\u0008", 2, "addresses.text"},
          {"\"schema_version\": 1,", "\"schema_version\": 1, \"\\u001b[2J\": 1,", none, "schema_version"},
          {aliases, "\"aliases\":[\"…\",\"ZSO\"]", 6, "aliases"},
          {"\"acronyms\":[\"QIMP\"]", "\"acronyms\":[\"'.-\"]", 5, "acronyms"},
          {"\"published_name\":\"Zimtstern Optics Co., Ltd.,\"", "\"published_name\":\"—\"", 6, "published_name"},
          {"\"name\":\"Zimtstern Optics Co., Ltd.\"", "\"name\":\"()\"", 6, "name"},
      },
      ErrorCode::snapshot_field_invalid);
  // What the import takes, the loader takes: the longest text, white space, and names in any script.
  CHECK(load_snapshot(changed("Unit 7, 3 Kite Lane", std::string(50'000 - 22, 'x'))).ok());
  CHECK(load_snapshot(changed("Unit 7, 3 Kite Lane", "Unit 7\\t3 Kite Lane")).ok());
  CHECK(load_snapshot(changed("Zimtstern Photonics", "光")).ok());
}

TEST_CASE("A checksum must look like one") {
  std::string text = small_snapshot();
  const std::size_t at = text.find("\"sha256\": \"") + 11;
  text.replace(at, 64, std::string(64, 'G'));
  CHECK(error_of(text).code == ErrorCode::snapshot_field_invalid);
  CHECK(error_of(text).field == "sha256");
}

TEST_CASE("Counts that do not fit are refused") {
  check_refused({{"\"entry_count\":6", "\"entry_count\":7", none, "lists.entry_count"},
                 {"\"name_count\":15", "\"name_count\":16", none, "lists.name_count"},
                 {"\"acronyms\":[\"QIMP\"],", "", none, "lists.name_count"}},
                ErrorCode::snapshot_wrong_count);
  CHECK(error_of(changed("\"entry_count\":6", "\"entry_count\":7")).detail == "EL says 7 and holds 6");
}

TEST_CASE("A list that was changed by hand is refused") {
  std::string text = small_snapshot();
  text.replace(text.find("Nordhafen"), 9, "Südhafen");
  const Error error = error_of(text);
  CHECK(error.code == ErrorCode::snapshot_wrong_hash);
  CHECK(error.field == "sha256");
}
